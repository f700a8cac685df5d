"""Tells a rehearsal: as a dialogue for people, as one object for programs."""

from app.calls.shown.log.row import LogOffice, LogRow
from app.cli.rehearse.world import Played
from app.telephony.local_network import Line

WHO = {"program": "Ringdown", "supporter": "Supporter", "office": "Office"}


def as_json(played: Played) -> dict[str, object]:
    """One object: representative, transcript, requests, call, and the offices in their order."""
    call = played.call
    return {
        "representative": played.representative,
        "transcript": [_line(line) for line in played.transcript],
        "requests": [
            {"method": request.method, "path": request.path, "signed": request.signed, "status": request.status}
            for request in played.requests
        ],
        "call": {
            "status": call.status,
            "line_outcome": call.line_outcome,
            "reported_outcome": call.reported_outcome,
            "ring_seconds": call.ring_seconds,
            "talk_seconds": call.talk_seconds,
            "total_seconds": call.total_seconds,
        },
        "offices": [_office(office) for office in call.offices],
    }


def _office(office: LogOffice) -> dict[str, object]:
    return {
        "representative": office.representative,
        "district": office.district,
        "line": office.line_kind,
        "line_outcome": office.line_outcome,
        "reported_outcome": office.reported_outcome,
        "passed_over": office.passed_over,
    }


def _line(line: Line) -> dict[str, str]:
    return {"who": line.who, "keys": line.keys} if line.keys else {"who": line.who, "text": line.text or ""}


def as_dialogue(played: Played) -> str:
    """The dialogue, and what the log says of it."""
    call = played.call
    names = dict.fromkeys(office.representative for office in call.offices if office.representative)
    lines = [f"A call to {', then '.join(names)}", ""]
    lines += [f"{_clock(line.at)}  {WHO[line.who]:<10} {_said(line)}" for line in played.transcript]
    signed = sum(request.signed for request in played.requests)
    lines += [
        "",
        f"Status            {call.status}" + (f" ({call.end_reason})" if call.end_reason else ""),
        *(_office_line(office) for office in call.offices if len(call.offices) > 1),
        f"Line outcome      {call.line_outcome or 'the office was not rung'}",
        f"Reported outcome  {call.reported_outcome or 'none'}",
        f"Seconds           {_seconds(call)}",
        f"Carrier requests  {len(played.requests)}, {signed} signed",
    ]
    return "\n".join(lines)


def _office_line(office: LogOffice) -> str:
    whom = office.representative or f"vacant, {office.district}"
    came = office.passed_over or office.line_outcome or "not rung"
    told = f", {office.reported_outcome}" if office.reported_outcome else ""
    return f"{whom:<17} {f'{office.line_kind} line: ' if office.line_kind else ''}{came}{told}"


def _seconds(call: LogRow) -> str:
    rang, talked, total = _known(call.ring_seconds), _known(call.talk_seconds), _known(call.total_seconds)
    return f"rang {rang}, talked {talked}, in all {total}"


def _said(line: Line) -> str:
    return f"presses {line.keys}" if line.keys else line.text or ""


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _known(seconds: int | None) -> str:
    return "unknown" if seconds is None else str(seconds)
