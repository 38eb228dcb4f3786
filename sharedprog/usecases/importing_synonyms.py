"""The words that other people's registers use for our headings, and for the options of our lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sharedprog.domain.fields import Choice, Prose, Text
from sharedprog.domain.registers import BY_KEY

# Fields that a heading may mean, best first, and the headings that mean them. {one} is "risk", "issue" and so on.
COMMON: Mapping[str, str] = {
    "ref": "id, ref, ref no, reference, reference no, reference number, no, number, unique id, {one} id, {one} ref, "
    "{one} no, {one} number, {one} reference, {one} ref no",
    "{name}": "title, name, {one}, {one} title, {one} name, {one} summary, headline, summary, short description",
    "owner": "{one} owner, owned by, assigned to, assignee, responsible, responsible person, responsible owner, "
    "accountable, lead, lead officer, officer, who, action owner, allocated to",
    "raised": "date raised, raised on, raised date, date identified, identified date, identified on, identified, "
    "date logged, logged, date opened, opened, created, created on, date created, date added",
    "status": "{one} status, state, current status, open closed, register status",
    "closed_day": "date closed, closed on, closed date, closure date, closing date",
    "due": "due date, date due, target date, target completion date, target resolution date, deadline, by when, "
    "complete by, required by, resolve by, expected resolution, completion target",
    "category": "{one} category, categories, {one} categories, {one} type, type, theme, area",
    "workstream": "work stream, workstream name, stream, project",
    "partner": "organisation, organization, authority, partner organisation",
}
SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "risks": {
        "title event": "description, risk description, brief risk description, description of risk, details, "
        "risk detail, risk statement",
        "event": "risk event, event description, what might happen",
        "cause": "causes, root cause, cause of risk, risk cause, source, due to",
        "effect": "effects, consequence, consequences, result, impact description, description of impact, "
        "potential impact, potential consequences, leading to",
        "likelihood": "probability, current probability, residual probability, residual likelihood, net likelihood, "
        "net probability, likelihood score, probability score, l, p, likelihood now",
        "impact": "current impact, residual impact, net impact, impact score, impact rating, i, impact now",
        "inherent_likelihood": "inherent probability, initial likelihood, initial probability, gross likelihood, "
        "gross probability, original likelihood, original probability, raw likelihood, pre mitigation likelihood, "
        "pre mitigation probability, unmitigated likelihood",
        "inherent_impact": "initial impact, gross impact, original impact, raw impact, pre mitigation impact, "
        "unmitigated impact",
        "target_likelihood": "target probability",
        "target_day": "target date, target by, target score date, expected resolution, expected resolution date, "
        "mitigation due date, mitigation due, mitigation date, due, due date",
        "proximity": "timescale, risk proximity",
        "response": "strategy, risk strategy, response type, response strategy, risk response, treatment, "
        "risk treatment, internal control, approach, 4t, 4ts",
        "response_text": "mitigation, mitigations, mitigation plan, mitigation action, mitigation action taken, "
        "mitigating action, mitigating actions, risk mitigation, risk mitigation action, control, controls, "
        "control measure, existing control, action, actions, response plan, response action, countermeasure, "
        "planned action, action taken, mitigation actions taken, management action",
        "actionee": "mitigation owner, response owner, risk actionee, action owner, mitigation lead",
        "next_review": "review date, next review date, date of next review, review due, review",
        "closing_reason": "closure reason, reason for closure, closing note",
        "escalated": "escalate, escalated to board, board risk",
    },
    "issues": {
        "title description": "description, issue description, description of issue, detail, details, issue detail",
        "kind": "issue type, type, category, issue category",
        "priority": "urgency, issue priority, importance",
        "impact": "effect, consequence, consequences, issue impact, impact description",
        "impact_cost": "cost, cost impact",
        "raised_by": "reported by, logged by, identified by, originator, author",
        "resolution": "action, actions, action plan, resolution plan, response, actions to resolve, "
        "resolution action, mitigation, action required",
        "closed_day": "date resolved, resolved, resolved on, resolution date, resolved date",
    },
    "actions": {
        "title": "description, action description, task, what, action required, agreed action",
        "due": "when, original due date, original date",
        "revised_due": "revised date, revised due date, new due date, new date, forecast date",
        "progress": "update, updates, comment, comments, notes, note, latest update, status update, progress update",
        "closed_day": "completed, date completed, completion date, completed on, done on",
        "item": "minute, minute ref, minute reference, agenda item",
        "board": "meeting, from meeting, raised at",
    },
    "decisions": {
        "title": "description, decision description, decision required, subject",
        "decided": "date, decision date, date decided, decided on, date of decision, date made",
        "reason": "rationale, reasons, justification, why, reason for decision",
        "options_considered": "options, alternatives, alternatives considered",
        "resolved": "outcome, decision made, resolution, decision taken",
        "needed_by": "due, due date, required by, date required, decision needed by",
        "authority": "decided by, decision maker, approved by, made by",
        "consequence": "impact, implications",
        "board": "meeting, from meeting",
    },
    "poisons": {
        "title symptoms": "description, poison description",
        "symptoms": "symptom, how it shows",
        "hurts": "whom, who it hurts",
        "potency": "potency, strength",
        "session_day": "session date, session, workshop date",
    },
    "tasks": {
        "title description": "task description, description, activity, activity name, activity description, action, "
        "milestone name, deliverable",
        "owner": "resource, resource name, resource names, resources, resourcing, task owner",
        "duration": "duration days, duration in days, working days, length",
        "placed_start": "start, start date, planned start, planned start date, begin, from",
        "placed_finish": "finish, finish date, end, end date, planned finish, planned end, planned end date, due, "
        "due date, date, target date, to, completion date",
        "percent_complete": "percent complete, complete, completion, progress, percent, percentage complete",
        "actual_start": "actual start date",
        "actual_finish": "actual end, actual finish date, actual end date",
        "baseline_start": "baseline start date",
        "baseline_finish": "baseline end, baseline finish date, baseline end date, original date",
        "description": "notes, note, comments, comment, detail, details",
        "parent": "parent, parent task, summary task, phase",
        "workstream": "workstream",
    },
    "people": {
        "title": "full name, person, role, role title, job title, post, stakeholder, contact, contact name",
        "partner": "employer, organisation, body, council, force",
        "email": "email address, mail, e mail address",
    },
    "partners": {"title": "organisation, organization, council, authority, body", "short_name": "short, abbreviation"},
    "workstreams": {
        "title": "project, project name, stream, programme area",
        "rag": "rag status, status, rating, rag rating, current rag",
        "rag_reason": "commentary, comments, reason, status update, narrative",
        "path_to_green": "recovery plan, action to recover, actions",
        "lead": "workstream lead, owner, lead officer, responsible",
    },
    "board_meetings": {
        "number": "no, meeting no, meeting number, board number, number",
        "day": "date, meeting date, day, when",
        "starts": "start, start time, time",
        "ends": "end, end time, finish",
        "place": "venue, location, where, room",
    },
    "bank_holidays": {"day": "date, when", "title": "holiday, name, description"},
    "agenda_items": {"title": "item, agenda item, topic", "minutes": "time, duration, minutes allotted"},
}
EXTRAS: Mapping[str, Mapping[str, str]] = {
    "tasks": {
        "predecessors": "predecessor, depends on, dependency, dependencies, preceded by, waits for",
        "outline": "outline level, level, task level, indent",
        "wbs": "wbs, wbs code, wbs number, wbs no, outline number",
    },
}
"""Headings of columns that are no fields, and yet say how rows belong together."""
LEFT_OUT = (
    "score, risk score, rating, risk rating, overall rating, rag, rag status, rag rating, risk level, exposure, "
    "severity score, severity score risk category, total, total score, residual score, inherent score, target score, "
    "gross score, net score, initial score, current score, current rating, days open, age, row, sort, order"
)
"""Headings of columns that the program works out for itself."""

OPTIONS: Mapping[str, Mapping[str, str]] = {
    "risks.status": {
        "identified": "open, new, active, live, raised, proposed, draft",
        "planned": "in progress, mitigating, mitigation in progress, being mitigated, treating, in treatment",
        "monitoring": "monitor, monitored, watch, watching, under review, under control, managed, managing",
        "occurred": "realised, realized, materialised, materialized, issue, happened, converted to issue, became issue",
        "closed": "close, retired, resolved, complete, completed, expired, no longer applies, inactive",
    },
    "risks.response": {
        "reduce": "treat, mitigate, mitigation, reduction, treat prevent, treat reduce, treat mitigate, control",
        "accept": "tolerate, acceptance, retain, tolerated, accepted",
        "avoid": "terminate, avoidance, eliminate, remove",
        "transfer": "transference, insure, transferred",
        "contingent": "contingency, contingency plan, fallback, fall back, plan contingency",
    },
    # The Orange Book counts the changing world (political, social, environmental) to strategy, and safety to property.
    "risks.category": {
        "strategy": "strategic, political, social, environmental, environment, external",
        "governance": "assurance, decision making",
        "operations": "operational, service delivery, service, continuity",
        "legal": "regulatory, compliance, legislative, legislation, planning consent, consents",
        "property": "estates, accommodation, buildings, assets, safety, health and safety, hse, h s",
        "financial": "finance, cost, budget, economic, funding",
        "commercial": "procurement, supplier, suppliers, contract, contractual, supply chain, contractor",
        "people": "hr, staffing, workforce, resource, resources, resourcing, labour, labor, staff, human resources",
        "technology": "it, ict, technical, technological, systems, digital",
        "information": "data, information governance, data protection",
        "security": "cyber, cyber security, information security",
        "delivery": "project, programme, schedule, project delivery, programme delivery, time, planning, scope, "
        "quality, coordination, design, engineering, construction, commissioning",
        "reputational": "reputation, communications",
        "partnership": "partners, stakeholder, stakeholders, relationships",
    },
    "risks.proximity": {
        "imminent": "immediate, now, within 1 month, this month, near",
        "quarter": "3 months, next 3 months, this quarter, next quarter",
        "programme": "within programme, during the programme, within the project",
        "beyond": "after the programme, after the project, beyond programme",
    },
    "issues.status": {
        "captured": "open, new, active, raised, logged, live",
        "examined": "in progress, under review, investigating, under investigation, being examined, ongoing",
        "closed": "close, resolved, complete, completed, done",
    },
    "issues.kind": {
        "problem": "problem, concern, issue",
        "change": "change, rfc, request for change, change control",
        "off_specification": "off spec, off specification, defect",
    },
    "issues.priority": {"high": "h, urgent, very high, critical", "medium": "m, moderate, med", "low": "l, minor"},
    "actions.status": {
        "open": "in progress, ongoing, on going, not started, new, outstanding, overdue, started, active, on track",
        "done": "closed, complete, completed, finished, discharged",
        "dropped": "cancelled, canceled, withdrawn, no longer required, not required, superseded",
    },
    "decisions.status": {
        "required": "open, pending, proposed, to be decided, awaiting decision, outstanding",
        "taken": "approved, agreed, made, decided, accepted, closed, complete, noted",
        "refused": "rejected, declined, not approved, not agreed",
        "deferred": "on hold, postponed",
        "withdrawn": "cancelled, canceled",
    },
    "rag": {
        "red": "r, off track",
        "amber": "a, yellow, at risk",
        "green": "g, on track",
        "blue": "b, completed, done, closed",
        "none": "n a, na, grey, gray, not begun",
    },
    "agenda_items.purpose": {
        "decide": "decision, approve, approval, for decision, for approval",
        "discuss": "discussion, for discussion",
        "note": "information, for information, for noting, noting, inform",
    },
}
"""By register and field, else by field alone: what other words mean which code."""


@cache
def headings_meaning(key: str) -> dict[str, tuple[str, ...]]:
    """For each other heading of a register the fields that it may mean, best first; not yet normalised."""
    register = BY_KEY[key]
    named = isinstance(register.fields.get(register.name_field), Text | Prose)
    found: dict[str, tuple[str, ...]] = {}
    for synonyms in (SYNONYMS.get(key, {}), COMMON):
        for written, headings in synonyms.items():
            fields = written.replace("{name}", register.name_field if named else "").split()
            if not register.prefix:  # rows without labels: a label in their sheet is that of whom they belong to
                fields = ["parent" if field == "ref" else field for field in fields]
            known = tuple(field for field in fields if field in register.fields)
            for heading in _split(headings.replace("{one}", register.singular)) if known else ():
                found.setdefault(heading, known)
    return found


def extras_of(key: str) -> dict[str, str]:
    """What a register's sheets may say besides its fields, by heading; not yet normalised."""
    return {heading: name for name, headings in EXTRAS.get(key, {}).items() for heading in _split(headings)}


@cache
def codes_meant(key: str, field: str) -> dict[str, str]:
    """Codes by the other words for them."""
    lists = OPTIONS.get(f"{key}.{field}") or OPTIONS.get(field, {})
    return {word: code for code, words in lists.items() for word in _split(words)}


def code_meant(key: str, field: str, words: str) -> str | None:
    """The code that other words mean; ``None`` where they mean none, or as with “Cost & Commercial” two."""
    known = codes_meant(key, field)
    plain = _plain(words)
    if plain in known or (key, field) != ("risks", "category"):
        return known.get(plain)
    kind = BY_KEY[key].fields[field]
    own = {_plain(option.words): option.code for option in kind.options} if isinstance(kind, Choice) else {}
    parts = re.split(r"[&/,+]|\band\b", words.casefold())
    codes = {code for part in parts if (code := (own | known).get(_plain(part))) is not None}
    return codes.pop() if len(parts) > 1 and len(codes) == 1 else None


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def _split(words: str) -> Iterator[str]:
    return (word.strip() for word in words.split(","))
