"""A self-signed certificate for the sample office whose HTTPS is broken, made anew at every start."""

from __future__ import annotations

import ssl
import tempfile
from datetime import UTC, datetime, timedelta
from importlib.resources import as_file, files
from ipaddress import ip_address
from pathlib import Path


def self_signed_context(address: str) -> ssl.SSLContext:
    """A server's TLS context with a certificate nobody trusts.

    ``cryptography`` comes along with aia-chaser, so on Linux only; elsewhere the shipped sample key serves, which is
    public on purpose: no browser trusts it and nothing but the sample uses it.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        pem = _made(address)
    except ImportError:
        with as_file(files("auditor.demo").joinpath("data", "contoh-tidak-tepercaya.pem")) as shipped:
            context.load_cert_chain(shipped)
        return context
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contoh.pem"
        path.write_bytes(pem)
        context.load_cert_chain(path)
    return context


def _made(address: str) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return secret + certificate.public_bytes(serialization.Encoding.PEM)
