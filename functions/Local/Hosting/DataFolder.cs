namespace SoraFunctions.Local.Hosting;

/// <summary>What lies where in the data folder.</summary>
/// <param name="Root">Absolute path.</param>
public sealed record DataFolder(string Root)
{
    /// <summary>Tenants, videos, links: SQLite.</summary>
    public string Database => Path.Combine(Root, "sora.db");

    /// <summary>Requests, storyboards, clips, videos.</summary>
    public string Blobs => Path.Combine(Root, "blobs");

    /// <summary>The worker's assets and jobs.</summary>
    public string Worker => Path.Combine(Root, "worker");

    /// <summary>The signing key and its certificates.</summary>
    public string Signing => Path.Combine(Root, "signing");

    /// <summary>What links to blobs are signed with.</summary>
    public string LinkSecret => Path.Combine(Root, "links.key");

    /// <summary>What the keys of tenants' remotes are sealed with.</summary>
    public string RemoteSecret => Path.Combine(Root, "remotes.key");

    /// <summary>What videos are marked with.</summary>
    public string WatermarkSecret => Path.Combine(Root, "watermark.key");

    /// <summary>The folder that <c>--data</c> or SORA_DATA names; else <c>.sora</c> in the current folder.</summary>
    /// <param name="option">The value of <c>--data</c>; null when not given.</param>
    public static string PathFrom(string? option) => Path.GetFullPath(
        option ?? Environment.GetEnvironmentVariable("SORA_DATA") ?? ".sora");
}
