using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Pipeline.Retention;

/// <summary>What stands in books in the place of something that was erased: whoever has the original can find it again, nobody else can read it.</summary>
public static class ErasedHash
{
    /// <summary><c>erased-</c> and 32 hex digits.</summary>
    /// <param name="text">An id.</param>
    public static string Of(string text) => $"erased-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}";
}
