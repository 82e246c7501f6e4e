namespace SoraFunctions.Provenance.Verification;

/// <summary>Who signed a manifest, as its certificate says.</summary>
/// <param name="Organisation">The organisation in the certificate's subject, or null.</param>
/// <param name="CommonName">The common name in the certificate's subject, or null.</param>
/// <param name="SerialNumber">Serial number in hexadecimal.</param>
/// <param name="Algorithm">Signature algorithm, such as ES256.</param>
/// <param name="ValidFrom">First instant at which the certificate holds.</param>
/// <param name="ValidUntil">Last instant at which the certificate holds.</param>
public sealed record SignerInfo(
    string? Organisation,
    string? CommonName,
    string SerialNumber,
    string Algorithm,
    DateTimeOffset ValidFrom,
    DateTimeOffset ValidUntil)
{
    /// <summary>good, revoked or unknown, by an answer of the issuer that lies in the signature; null where there is none.</summary>
    public string? Revocation { get; init; }
}
