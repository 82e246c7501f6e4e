using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A brand as it is written.</summary>
public sealed record AdBrand
{
    /// <summary>Its name.</summary>
    [Description("Its name, 1 to 80 characters.")]
    public required string Name { get; init; }

    /// <summary>Its main colour.</summary>
    [Description("Main colour as #rrggbb. Default: a fitting one.")]
    public string? PrimaryColour { get; init; }

    /// <summary>Its accent colour.</summary>
    [Description("Accent colour as #rrggbb. Default: a fitting one.")]
    public string? AccentColour { get; init; }

    /// <summary>Its logo.</summary>
    [Description("Its logo, shown in a corner and on the end card: an address (http, https) or data: URL of a PNG, JPEG or WebP picture, best with transparency. A form may bring it as the file brand[logo]. Default: its name in letters on the end card.")]
    public string? Logo { get; init; }

    /// <summary>Its font.</summary>
    [Description("The font that words are set in: an address (http, https) or data: URL of a TrueType or OpenType file (.ttf, .otf), up to 20 MiB. A form may bring it as the file brand[font]. Words that it lacks letters for are set in the usual faces.")]
    public string? Font { get; init; }
}
