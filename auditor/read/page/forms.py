"""The forms of a page: which fields they ask for, under which labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from auditor.observations import Field, Form, Zone
from auditor.read.page.whole import Whole

_IGNORED = frozenset({"hidden", "submit", "button", "reset", "image"})
_SEEKS = re.compile(r"\s*(?:cari|pencarian|telusuri|search)\s+\w", re.I)
_MAX_FIELDS = 80
_MAX_FORMS = 40


@dataclass(slots=True)
class _Builder:
    action: str = ""
    method: str = "get"
    section: str = ""
    zone: Zone = Zone.MAIN
    fields: list[tuple[str, str, str, str]] = field(default_factory=list)  # id, label, name, kind
    submit: str = ""


class FormReader:
    """Collects forms while a page is walked. Fields outside any <form> (React apps) make a form of their own."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._labels: dict[str, str] = {}
        self._forms: list[_Builder] = []
        self._current: _Builder | None = None
        self._loose = _Builder(method="")
        self.label: list[str] | None = None  # the texts of the open <label>
        self._label_for = ""
        self._label_fields: list[tuple[_Builder, int]] = []

    @property
    def inside(self) -> bool:
        return self._current is not None

    @property
    def settled(self) -> bool:
        """Whether neither a form nor a label is open."""
        return self._current is None and self.label is None

    @property
    def loose(self) -> bool:
        """Whether there are fields outside any form."""
        return bool(self._loose.fields)

    def take(self, other: FormReader, under: str) -> None:
        """Takes in the forms of a part; ``under``: the heading over those that stand under none of it."""
        forms = other._forms[: _MAX_FORMS - len(self._forms)]
        self._forms += [form if form.section or not under else replace(form, section=under) for form in forms]
        self._labels |= other._labels
        if other.loose and not self._loose.section:
            self._loose.section = other._loose.section
        self._loose.fields += other._loose.fields[: _MAX_FIELDS - len(self._loose.fields)]

    def enter(
        self, tag: str, attributes: Mapping[str, str | None], zone: Zone, section: str, before: Callable[[], str]
    ) -> None:
        """Take note of a <form>, <label>, <input> or <textarea>; ``before`` tells the text just in front of it."""
        if tag == "form":
            action = self._whole.address(attributes.get("action") or "") or self._whole.itself()
            self._current = _Builder(action, (attributes.get("method") or "get").lower(), section, zone)
            if len(self._forms) < _MAX_FORMS:
                self._forms.append(self._current)
        elif tag == "label":
            self.label, self._label_for, self._label_fields = [], attributes.get("for") or "", []
        else:
            self.field(tag, attributes, before, section)

    def field(
        self, tag: str, attributes: Mapping[str, str | None], before: Callable[[], str], section: str = ""
    ) -> None:
        """Take note of one field."""
        kind = (attributes.get("type") or "text").lower() if tag == "input" else tag
        if kind == "submit":
            self.button(attributes.get("value") or "")
        builder = self._current or self._loose
        if kind in _IGNORED or len(builder.fields) >= _MAX_FIELDS:
            return
        if builder is self._loose and not builder.section:
            builder.section = section
        own = attributes.get("aria-label") or attributes.get("placeholder") or attributes.get("title") or before()[-80:]
        builder.fields.append((attributes.get("id") or "", own.strip(), attributes.get("name") or "", kind))
        if self.label is not None:
            self._label_fields.append((builder, len(builder.fields) - 1))

    def button(self, label: str) -> None:
        """Take note of what a button of the form is called."""
        if self._current is not None:
            self._current.submit = self._current.submit or label

    def leave(self, tag: str) -> None:
        if tag == "form":
            self._current = None
        elif tag == "label" and self.label is not None:
            text = " ".join("".join(self.label).split())
            if self._label_for:
                self._labels[self._label_for] = text
            for builder, index in self._label_fields:
                identity, _, name, kind = builder.fields[index]
                builder.fields[index] = (identity, text or name, name, kind)
            self.label = None

    def _boxes(self) -> list[_Builder]:
        """The loose field that calls itself a search of something ("Cari berita ..."), as a form of its own."""
        for identity, label, name, kind in self._loose.fields:
            if kind in ("text", "search") and _SEEKS.match(label):
                return [_Builder(section=self._loose.section, fields=[(identity, label, name, "search")])]
        return []

    def done(self) -> tuple[Form, ...]:
        """The forms in order; loose fields count as a form from three on, a box that says what it seeks by itself."""
        builders = [*self._forms, self._loose] if len(self._loose.fields) >= 3 else [*self._forms, *self._boxes()]
        return tuple(map(self._built, builders))

    def _built(self, form: _Builder) -> Form:
        fields = tuple(
            Field(self._labels.get(identity, "") or label or name, name, kind)
            for identity, label, name, kind in form.fields
        )
        return Form(fields, form.action, form.method, form.submit, form.section, form.zone)
