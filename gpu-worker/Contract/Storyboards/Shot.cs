using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>One camera take.</summary>
public sealed record Shot
{
    /// <summary>Name of the shot within its storyboard: 1 to 32 characters of a-z, 0-9 and hyphen.</summary>
    public required string Id { get; init; }

    /// <summary>Length in seconds: a multiple of one frame (1/30 s), 0.5 to 60.</summary>
    public required decimal Seconds { get; init; }

    /// <summary>Where it takes place.</summary>
    public Setting Setting { get; init; } = Setting.WhiteStudio;

    /// <summary>Ids of the cast that is in the picture, the most important first; 1 to 8.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>What the first subject does.</summary>
    public Deed Action { get; init; } = Deed.Stand;

    /// <summary>How the camera moves and frames.</summary>
    public Camera Camera { get; init; } = new();

    /// <summary>How it is lit.</summary>
    public Light Light { get; init; } = Light.Soft;

    /// <summary>What is in the air; null for what the setting has of its own.</summary>
    public Atmosphere? Atmosphere { get; init; }

    /// <summary>Words shown during the shot; null for none.</summary>
    public Caption? Caption { get; init; }

    /// <summary>Words spoken during the shot; null for none.</summary>
    public string? Line { get; init; }

    /// <summary>
    /// Who speaks the line: a name of up to 64 characters, the same one for the same voice; <c>female</c> and <c>male</c> are
    /// taken as such. Null for the narrator.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; init; }

    /// <summary>How this shot begins from the one before it; ignored on the first.</summary>
    public Transition Transition { get; init; } = new();
}
