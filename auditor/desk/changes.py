"""What changes something: only with the token that our own forms carry, and always answered by going on to a screen."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from auditor.data import table

_FIELDS, _FILES = 200, 1
_PART = 8_000_000  # bytes of one field

Handler = Callable[[Request, FormData], Awaitable[Response]]


def change(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """The handler, given the form once its token is ours."""

    async def guarded(request: Request) -> Response:
        try:
            form = await request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=_PART)
        except HTTPException:
            return PlainTextResponse(str(table("meja")["pintu"]["rusak"]), 400)
        try:
            if not hmac.compare_digest(text(form, "tanda").encode(), request.app.state.desk.keys.form.encode()):
                return PlainTextResponse(str(table("meja")["pintu"]["tanda"]), 403)
            return await handler(request, form)
        finally:
            await form.close()

    return guarded


def text(form: FormData, name: str) -> str:
    """The text of a field without spaces around it; "" where there is none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def on_to(path: str) -> Response:
    """The answer after a change: the screen that shows what it did."""
    return RedirectResponse(path, 303)
