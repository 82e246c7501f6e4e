namespace SoraFunctions.Pipeline.Data;

/// <summary>A likeness that a tenant keeps for its videos.</summary>
public sealed class CharacterRow
{
    /// <summary><c>char_</c> and 32 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>What prompts call it, 1 to 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it is a person.</summary>
    public required bool Person { get; init; }

    /// <summary>How the person agreed; null where it is none.</summary>
    public string? Consent { get; init; }

    /// <summary>The <see cref="Requests.Picture"/> as JSON.</summary>
    public required string Picture { get; init; }
}
