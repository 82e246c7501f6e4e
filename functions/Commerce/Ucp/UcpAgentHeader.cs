using System.Text.RegularExpressions;

namespace SoraFunctions.Commerce.Ucp;

/// <summary>The header <c>UCP-Agent</c>: a dictionary of RFC 8941 whose key <c>profile</c> holds the address of the caller's profile.</summary>
public static partial class UcpAgentHeader
{
    /// <summary>The address as it is written; null where there is none.</summary>
    /// <param name="value">The header.</param>
    public static string? Profile(string value) => value.Length <= 4096 && Form().Match(value) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""(?:^|,)[ \t]*profile="([!#-\[\]-~]+)"[ \t]*(?:[;,]|$)""")]
    private static partial Regex Form();
}
