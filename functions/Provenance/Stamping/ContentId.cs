using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Provenance.Stamping;

/// <summary>Ids that follow from a key, so that doing a thing twice names it once.</summary>
public static class ContentId
{
    /// <summary>
    /// A UUID in the form of version 4, which C2PA demands, from 122 bits of the SHA-256 of the key.
    /// </summary>
    /// <param name="key">Anything that names the content, such as an activity's key.</param>
    public static Guid From(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
