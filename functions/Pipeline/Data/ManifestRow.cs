namespace SoraFunctions.Pipeline.Data;

/// <summary>The manifests of one of a rendition's files, kept so that a copy that lost them can be given them back. It goes with the video.</summary>
public sealed class ManifestRow
{
    /// <summary>Label of the file's own manifest, such as <c>urn:c2pa:…</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Of which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>For which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The file, or the archive and the path in it; null for the video.</summary>
    public string? Name { get; init; }

    /// <summary>The blob of the manifest store, as it lies in the signed file.</summary>
    public required string Path { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset At { get; init; }
}
