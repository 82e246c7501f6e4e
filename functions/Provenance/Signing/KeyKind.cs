namespace SoraFunctions.Provenance.Signing;

/// <summary>What kind of key an algorithm signs with.</summary>
internal enum KeyKind
{
    /// <summary>On a curve of NIST.</summary>
    Elliptic,

    /// <summary>RSA with PSS padding.</summary>
    Rsa,

    /// <summary>Ed25519; is only verified.</summary>
    Edwards,
}
