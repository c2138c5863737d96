"""Certificates for every way in which HTTPS is set up wrongly. All made on the spot; nothing is stored."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

HOST = "127.0.0.1"


@cache
def authority() -> trustme.CA:
    """The authority the tests trust."""
    return trustme.CA()


def root_pem() -> str:
    return authority().cert_pem.bytes().decode("ascii")


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def sound(*names: str) -> ssl.SSLContext:
    return server_context(authority().issue_cert(*(names or (HOST,))))


def expired() -> ssl.SSLContext:
    then = datetime.now(UTC) - timedelta(days=3)
    return server_context(authority().issue_cert(HOST, not_before=then - timedelta(days=90), not_after=then))


def not_yet_valid() -> ssl.SSLContext:
    then = datetime.now(UTC) + timedelta(days=30)
    return server_context(authority().issue_cert(HOST, not_before=then, not_after=then + timedelta(days=90)))


def wrong_host() -> ssl.SSLContext:
    return sound("hosting-murah.contoh.id")


def unknown_authority() -> ssl.SSLContext:
    return server_context(trustme.CA().issue_cert(HOST))


def old_protocol() -> ssl.SSLContext:
    context = sound()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _builder(subject: str, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, ca: bool) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if ca:
        usage = x509.KeyUsage(True, False, False, False, False, True, True, False, False)
        return builder.add_extension(usage, critical=True)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))])
    return builder.add_extension(names, critical=False)


def _context(leaf: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> ssl.SSLContext:
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "server.pem"
        file.write_bytes(secret + leaf.public_bytes(pem))
        context.load_cert_chain(file)
    return context


def self_signed() -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    leaf = _builder("kantor", _name("kantor"), key, ca=False).sign(key, hashes.SHA256())
    return _context(leaf, key)


def incomplete_chain(aia_url: str = "") -> tuple[ssl.SSLContext, str, bytes]:
    """(server context that sends the leaf alone, PEM of the root, DER of the intermediate that is missing)."""
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(3)]
    root = _builder("akar", _name("akar"), keys[0], ca=True).sign(keys[0], hashes.SHA256())
    middle = _builder("perantara", root.subject, keys[1], ca=True).sign(keys[0], hashes.SHA256())
    builder = _builder("kantor", middle.subject, keys[2], ca=False)
    if aia_url:
        place = x509.AccessDescription(
            AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(aia_url)
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([place]), critical=False)
    leaf = builder.sign(keys[1], hashes.SHA256())
    pem = root.public_bytes(serialization.Encoding.PEM).decode("ascii")
    return _context(leaf, keys[2]), pem, middle.public_bytes(serialization.Encoding.DER)
