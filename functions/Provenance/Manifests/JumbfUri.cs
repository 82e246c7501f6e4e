namespace SoraFunctions.Provenance.Manifests;

/// <summary>Reads and writes the self#jumbf= addresses of boxes in a manifest store.</summary>
internal static class JumbfUri
{
    private const string Prefix = "self#jumbf=";

    public static string Manifest(string label) => $"{Prefix}/c2pa/{label}";

    public static string Claim(string label, string claimLabel) => $"{Manifest(label)}/{claimLabel}";

    public static string Signature(string label) => $"{Manifest(label)}/c2pa.signature";

    public static string Assertion(string manifestLabel, string label) => $"{Manifest(manifestLabel)}/c2pa.assertions/{label}";

    public static string RelativeAssertion(string label) => $"{Prefix}c2pa.assertions/{label}";

    /// <summary>
    /// The labels from the store downwards, manifest first; null when the address points out of the store.
    /// </summary>
    /// <param name="url">Absolute or relative to a manifest.</param>
    /// <param name="manifestLabel">The manifest in which the address stands.</param>
    public static string[]? Resolve(string url, string manifestLabel)
    {
        if (!url.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var path = url[Prefix.Length..];
        // Some writers leave out the slash before the store's label.
        string[] labels = path.StartsWith("/c2pa/", StringComparison.Ordinal) ? path["/c2pa/".Length..].Split('/')
            : path.StartsWith("c2pa/", StringComparison.Ordinal) ? path["c2pa/".Length..].Split('/')
            : [manifestLabel, .. path.Split('/')];
        return labels.Contains("..") || labels.Contains("") ? null : labels;
    }

    /// <summary>
    /// The absolute form of an address, so that two can be compared; as it stands when it cannot be resolved.
    /// </summary>
    public static string Absolute(string url, string manifestLabel) =>
        Resolve(url, manifestLabel) is { } labels ? $"{Prefix}/c2pa/{string.Join('/', labels)}" : url;
}
