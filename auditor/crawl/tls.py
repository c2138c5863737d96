"""The TLS ladder: which certificate faults there are, and the contexts that still let the content be read.

strict (the system's trust) -> chain completed by the certificate's own AIA address -> old protocols and renegotiation
-> unverified, for content only. Nothing but GET is ever sent, so that the last rung exposes no secret.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Iterable, Sequence
from functools import cached_property

import truststore

from auditor.model import FetchStatus, TlsState

log = logging.getLogger(__name__)

#: X509_V_ERR_* of OpenSSL; CERT_E_* of Windows; errSec* of macOS: what truststore hands through as verify_code
_VERIFY_CODES = {
    9: FetchStatus.TLS_EXPIRED,  # not yet valid: a clock or a date is wrong, told as one kind
    10: FetchStatus.TLS_EXPIRED,
    18: FetchStatus.TLS_SELF_SIGNED,
    19: FetchStatus.TLS_SELF_SIGNED,
    2: FetchStatus.TLS_INCOMPLETE_CHAIN,
    20: FetchStatus.TLS_INCOMPLETE_CHAIN,
    21: FetchStatus.TLS_INCOMPLETE_CHAIN,
    62: FetchStatus.TLS_WRONG_HOST,
    64: FetchStatus.TLS_WRONG_HOST,
    66: FetchStatus.TLS_LEGACY,  # key too weak
    67: FetchStatus.TLS_LEGACY,
    68: FetchStatus.TLS_LEGACY,  # signature digest too weak
    0x800B0101: FetchStatus.TLS_EXPIRED,
    0x800B0109: FetchStatus.TLS_SELF_SIGNED,
    0x800B010A: FetchStatus.TLS_INCOMPLETE_CHAIN,
    0x800B010F: FetchStatus.TLS_WRONG_HOST,
    -67818: FetchStatus.TLS_EXPIRED,
    -67843: FetchStatus.TLS_SELF_SIGNED,
    -67602: FetchStatus.TLS_WRONG_HOST,
}
_LEGACY_REASONS = frozenset(
    {
        "UNSAFE_LEGACY_RENEGOTIATION_DISABLED",
        "UNSUPPORTED_PROTOCOL",
        "NO_PROTOCOLS_AVAILABLE",
        "TLSV1_ALERT_PROTOCOL_VERSION",
        "SSLV3_ALERT_HANDSHAKE_FAILURE",
        "TLSV1_ALERT_INSUFFICIENT_SECURITY",
        "DH_KEY_TOO_SMALL",
        "EE_KEY_TOO_SMALL",
        "CA_MD_TOO_WEAK",
        "BAD_SIGNATURE_ALGORITHM",
        "LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED",
        "NO_SHARED_CIPHER",
    }
)
_LEGACY_CONNECT = 0x4  # ssl.OP_LEGACY_SERVER_CONNECT, a constant since Python 3.12
_AIA_SECONDS = 15.0


def tls_status(error: ssl.SSLError) -> FetchStatus:
    """Which TLS fault an error is, by its verification code or its reason's mnemonic."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _VERIFY_CODES.get(getattr(error, "verify_code", 0), FetchStatus.TLS_OTHER)
    return FetchStatus.TLS_LEGACY if error.reason in _LEGACY_REASONS else FetchStatus.TLS_OTHER


class Trust:
    """The contexts of the ladder's rungs, each made once and shared by every site of a run.

    ``extra_ca`` are further trusted roots (PEM), for a closed network or for tests.
    """

    def __init__(self, extra_ca: Sequence[str] = (), allow_private: bool = False) -> None:
        self._extra_ca = tuple(extra_ca)
        self._allow_private = allow_private

    @cached_property
    def strict(self) -> ssl.SSLContext:
        return self._trusting()

    @cached_property
    def legacy(self) -> ssl.SSLContext:
        context = self._trusting()
        _loosen(context, "DEFAULT@SECLEVEL=0")
        return context

    @cached_property
    def unverified(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        _loosen(context, "ALL:@SECLEVEL=0")
        return context

    def completed(self, intermediates: Iterable[bytes]) -> ssl.SSLContext:
        """The strict context that also knows some intermediate certificates (DER); a trusted root is still needed."""
        context = self._trusting()
        context.verify_flags &= ~ssl.VerifyFlags(0x80000)  # X509_V_FLAG_PARTIAL_CHAIN, on by default from Python 3.13
        for der in intermediates:
            context.load_verify_locations(cadata=der)
        return context

    async def intermediates(self, leaf: bytes) -> list[bytes]:
        """The issuers' certificates (DER) that a server forgot to send, from the leaf's AIA addresses; [] if none."""
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._chase, leaf), _AIA_SECONDS)
        except TimeoutError:
            return []

    def _chase(self, leaf: bytes) -> list[bytes]:
        try:
            from aia_chaser import AiaChaser, AiaChaserError
            from cryptography import x509  # comes along with it, so on Linux only
            from cryptography.hazmat.primitives.serialization import Encoding
        except ImportError:  # Windows and macOS complete chains by themselves
            return []
        found: list[bytes] = []
        try:
            roots = [x509.load_pem_x509_certificate(pem.encode("ascii")) for pem in self._extra_ca]
            chaser = AiaChaser(trusted_cas=roots, allow_private_ip=self._allow_private)
            for certificate in chaser.aia_chase_cert(x509.load_der_x509_certificate(leaf)):
                if certificate.subject != certificate.issuer:
                    found.append(certificate.public_bytes(Encoding.DER))
        except (AiaChaserError, OSError, ValueError) as error:
            log.info("rantai sertifikat tidak dapat dilengkapi: %s", error)
        return found[1:]  # the first is the leaf itself

    def _trusting(self) -> ssl.SSLContext:
        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        for pem in self._extra_ca:
            context.load_verify_locations(cadata=pem)
        return context


def _loosen(context: ssl.SSLContext, ciphers: str) -> None:
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.options |= ssl.Options(_LEGACY_CONNECT)
    context.set_ciphers(ciphers)


#: the rung to try next after a fault on an earlier one
def next_rung(rung: TlsState, fault: FetchStatus) -> TlsState | None:
    """The rung below, for a fault met on a rung; None when no rung is left or the fault is not one of TLS."""
    if not fault.tls or rung is TlsState.UNVERIFIED:
        return None
    if rung is TlsState.VALID and fault is FetchStatus.TLS_INCOMPLETE_CHAIN:
        return TlsState.COMPLETED_CHAIN
    if rung is TlsState.VALID and fault in (FetchStatus.TLS_LEGACY, FetchStatus.TLS_OTHER):
        return TlsState.LEGACY
    return TlsState.UNVERIFIED
