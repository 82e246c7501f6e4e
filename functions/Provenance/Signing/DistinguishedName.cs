using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SoraFunctions.Provenance.Signing;

/// <summary>Single parts of an X.500 name.</summary>
internal static class DistinguishedName
{
    public const string CommonName = "2.5.4.3";
    public const string Organisation = "2.5.4.10";

    /// <summary>The value of the first part of this type; null when the name has none or cannot be read.</summary>
    public static string? Part(X500DistinguishedName name, string oid)
    {
        try
        {
            return name.EnumerateRelativeDistinguishedNames()
                .FirstOrDefault(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid)?
                .GetSingleElementValue();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
