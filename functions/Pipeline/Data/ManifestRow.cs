namespace SoraFunctions.Pipeline.Data;

/// <summary>A rendition's manifests, kept so that a copy that lost them can be given them back. It goes with the video.</summary>
public sealed class ManifestRow
{
    /// <summary>Label of the rendition's own manifest, such as <c>urn:c2pa:…</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Of which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>For which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The blob of the manifest store, as it lies in the signed file.</summary>
    public required string Path { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset At { get; init; }
}
