namespace SoraFunctions.Pipeline.Data;

/// <summary>Who owns characters, works or marks, and opted in to having them guarded here.</summary>
public sealed class RightsHolderRow
{
    /// <summary><c>holder_</c> and 32 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The tenant whose administrators look after it; empty where the operator does that, whose own videos need a grant like any other's.</summary>
    public required string TenantId { get; init; }

    /// <summary>As it is named in refusals and manifests.</summary>
    public required string Name { get; set; }

    /// <summary>Where to ask for a grant: an address of the web or of mail.</summary>
    public required string Ask { get; set; }

    /// <summary>What it owns: a JSON array of <see cref="Rights.RightsWork"/>.</summary>
    public required string Works { get; set; }

    /// <summary>Rises with each change, and never falls, so that whoever keeps an index knows when it is out of date.</summary>
    public required long Revision { get; set; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it guards nothing any more; null while it does. The row stays for its statements.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
