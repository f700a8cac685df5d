// A soft ring tone, two seconds in six, as soon as a gesture has allowed sound.

const TONES = [440, 480];
const LOUDNESS = 0.05;
const RINGS = 2;
const EVERY = 6000;

export class Ringer {
  constructor(toggle) {
    this.toggle = toggle;
    this.timer = 0;
    this.audio = null;
    for (const gesture of ["pointerdown", "keydown"]) {
      document.addEventListener(gesture, () => this.allow(), { once: true });
    }
  }

  allow() {
    this.audio ??= new AudioContext();
  }

  ring(wanted) {
    const rings = wanted && this.toggle.checked;
    if (rings && !this.timer) {
      this.timer = setInterval(() => this.sound(), EVERY);
      this.sound();
    } else if (!rings && this.timer) {
      clearInterval(this.timer);
      this.timer = 0;
      this.loudness?.gain.setTargetAtTime(0, this.audio.currentTime, 0.02);
    }
  }

  sound() {
    if (!this.audio) return;
    const now = this.audio.currentTime;
    this.loudness = this.audio.createGain();
    this.loudness.gain.setValueAtTime(0, now);
    this.loudness.gain.linearRampToValueAtTime(LOUDNESS, now + 0.05);
    this.loudness.gain.setTargetAtTime(0, now + RINGS - 0.1, 0.03);
    this.loudness.connect(this.audio.destination);
    for (const tone of TONES) this.hum(tone, now);
  }

  hum(tone, now) {
    const source = this.audio.createOscillator();
    source.frequency.value = tone;
    source.connect(this.loudness);
    source.start(now);
    source.stop(now + RINGS + 0.2);
  }
}
