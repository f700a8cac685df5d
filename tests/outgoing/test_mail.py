"""A letter is handed to the mail server as it is meant, or it is said in plain words why not."""

import ipaddress
import ssl
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.outgoing.mail import Letter
from app.outgoing.problems import MailError, MailProblem
from tests.world.mail.server import PASSWORD, mail_server

LETTER = Letter("ana@example.org", "You are invited", "Open this:\nhttps://call.example.org/join/abc\n")


def problem(mailer, letter=LETTER):
    with pytest.raises(MailError) as refused:
        mailer.send(letter)
    assert refused.value.sentence.endswith(".")
    return refused.value


def test_a_letter_arrives(mailer, server):
    mailer.send(LETTER)
    mail = server.only()
    assert (mail["To"], mail["Subject"]) == ("ana@example.org", "You are invited")
    assert (mail["From"], mail["Auto-Submitted"]) == ("Ringdown <ringdown@example.org>", "auto-generated")
    assert server.text() == LETTER.text


def test_a_letter_says_when_it_was_written_and_has_a_name_of_its_own(mailer, server):
    mailer.send(LETTER)
    mailer.send(LETTER)
    assert all(mail["Date"] for mail in server.mails)
    assert len({mail["Message-ID"] for mail in server.mails}) == 2


def test_without_an_address_it_comes_from_this_server(mailer_at, server):
    mailer_at(f"smtp://127.0.0.1:{server.port}", public_base_url="https://call.example.org").send(LETTER)
    assert server.only()["From"] == "Ringdown <no-reply@call.example.org>"


@pytest.mark.parametrize("subject", ["Hello\r\nBcc: everybody@example.org", "Hello\nBcc: x@example.org", "a\0b\x85c"])
def test_a_subject_makes_no_header_of_its_own(mailer, server, subject):
    mailer.send(Letter(LETTER.to, subject, "text"))
    assert "Bcc" not in server.only()
    assert server.to == [LETTER.to]


@pytest.mark.parametrize(
    "to",
    [
        "ana@example.org\r\nBcc: everybody@example.org",
        "ana@example.org, bo@example.org",
        "ana@example.org\n",
        "Ana <ana@example.org>",
        "ana@example.org> RCPT TO:<bo@example.org",
        "nobody",
        "señora@example.org",
        "ana@example..org",
        "",
        " ",
    ],
)
def test_what_is_no_single_address_is_written_to_nobody(mailer, server, to):
    assert problem(mailer, Letter(to, "Hello", "text")).problem is MailProblem.RECIPIENT
    assert (server.mails, server.to) == ([], [])


def test_a_domain_may_have_letters_of_its_own(mailer, server):
    mailer.send(Letter("ana@müller.example", "Hello", "text"))
    assert server.to == ["ana@xn--mller-kva.example"]


def test_a_line_of_the_text_that_is_a_dot_ends_nothing(mailer, server):
    mailer.send(Letter(LETTER.to, "Hello", "one\n.\nRCPT TO:<bo@example.org>\n"))
    assert (server.text(), server.to) == ("one\n.\nRCPT TO:<bo@example.org>\n", [LETTER.to])


def test_it_signs_in_with_a_password_that_may_hold_any_character(mailer_at, server):
    mailer_at(f"smtp://ana%40example.org:{quote(PASSWORD)}@127.0.0.1:{server.port}").send(LETTER)
    assert server.only()


REFUSALS = [
    ("AUTH", "535 no", MailProblem.PASSWORD, False),
    ("AUTH", "454 not now", MailProblem.BUSY, True),
    ("MAIL", "550 not you", MailProblem.SENDER, False),
    ("MAIL", "451 not now", MailProblem.BUSY, True),
    ("RCPT", "550 nobody here", MailProblem.RECIPIENT, False),
    ("RCPT", "450 come back", MailProblem.BUSY, True),
    ("DATA", "554 no", MailProblem.REFUSED, False),
    ("DATA", "451 not now", MailProblem.BUSY, True),
]


@pytest.mark.parametrize(("command", "answer", "expected", "may_pass"), REFUSALS)
def test_what_the_server_refuses_is_told(mailer_at, server, command, answer, expected, may_pass):
    server.refuses(command, answer)
    error = problem(mailer_at(f"smtp://ana:{quote(PASSWORD)}@127.0.0.1:{server.port}"))
    assert (error.problem, error.may_pass) == (expected, may_pass)


def test_a_wrong_password_is_told(mailer_at, server):
    wrong = problem(mailer_at(f"smtp://ana:wrong@127.0.0.1:{server.port}"))
    assert "password" in wrong.sentence
    assert "wrong@" not in repr(wrong)


def test_a_server_that_says_nothing_is_not_waited_for(mailer_at, server):
    server.silent = True
    assert problem(mailer_at(f"smtp://127.0.0.1:{server.port}", 0.1)).problem is MailProblem.TIMEOUT


def test_a_port_where_nobody_listens_is_told(mailer_at):
    assert problem(mailer_at("smtp://127.0.0.1:1")).problem is MailProblem.UNREACHABLE


def test_a_host_that_is_not_there_is_told(mailer_at):
    assert problem(mailer_at("starttls://mail.invalid")).problem is MailProblem.UNKNOWN_HOST


def test_a_password_is_not_sent_where_the_connection_cannot_be_encrypted(mailer_at, server):
    error = problem(mailer_at(f"starttls://ana:{quote(PASSWORD)}@127.0.0.1:{server.port}"))
    assert (error.problem, server.mails) == (MailProblem.NOT_SAFE, [])


@pytest.fixture
def encrypted(tmp_path):
    """The certificate of a mail server of this computer, in a file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "here")])
    now = datetime.now(UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now, now.replace(year=2099)
    )
    certificate = made.add_extension(here, critical=False).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file = tmp_path / "certificate.pem"
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture
def encrypted_server(encrypted):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(encrypted)
    with mail_server(context) as server:
        yield server


def test_a_connection_is_encrypted_before_the_password_is_sent(mailer_at, encrypted_server, encrypted, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(encrypted))
    mailer_at(f"starttls://ana:{quote(PASSWORD)}@127.0.0.1:{encrypted_server.port}").send(LETTER)
    assert encrypted_server.was_encrypted
    assert encrypted_server.only()


def test_a_certificate_that_nobody_vouches_for_is_not_believed(mailer_at, encrypted_server):
    error = problem(mailer_at(f"starttls://ana:{quote(PASSWORD)}@127.0.0.1:{encrypted_server.port}"))
    assert (error.problem, encrypted_server.mails) == (MailProblem.NOT_SAFE, [])
