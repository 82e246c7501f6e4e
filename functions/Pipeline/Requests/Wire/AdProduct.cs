using System.ComponentModel;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A product as it is written.</summary>
public sealed record AdProduct
{
    /// <summary>Its name.</summary>
    [Description("Its name, 1 to 200 characters.")]
    public required string Title { get; init; }

    /// <summary>What the shop says about it.</summary>
    [Description("What the shop says about it, up to 8,000 characters of plain text.")]
    public string? Description { get; init; }

    /// <summary>What is said of it in other languages.</summary>
    [Description("Its name and description in other languages, up to 20: for each there is a track captions.<language>.vtt besides, as far as what the video says is in them.")]
    public IReadOnlyList<AdTranslation>? Translations { get; init; }

    /// <summary>What it costs.</summary>
    [Description("What it costs.")]
    public AdPrice? Price { get; init; }

    /// <summary>What it cost before.</summary>
    [Description("What it cost before, shown struck through beside the price: the same currency, a larger amount.")]
    public AdPrice? CompareAtPrice { get; init; }

    /// <summary>What buyers think of it.</summary>
    [Description("What buyers think of it, shown as five stars.")]
    public AdRating? Rating { get; init; }

    /// <summary>Its pictures.</summary>
    [Description("Its pictures, the main one first, up to 8: addresses (http, https) or data: URLs of PNG, JPEG or WebP, 16 to 8192 pixels a side, 20 MiB each.")]
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>Its 3-D model.</summary>
    [Description("Its 3-D model, filmed in place of its pictures: an address (http, https) or data: URL of a glTF 2.0 binary file (.glb) with all buffers and pictures (PNG, JPEG or WebP) inside, up to 50 MiB. A form may bring it as the file product[model].")]
    public string? Model { get; init; }

    /// <summary>The shape to film it in.</summary>
    [Description("The shape to film it in. Default: told from its words and picture.")]
    public Form? Form { get; init; }

    /// <summary>What it is made of.</summary>
    [Description("What it is made of. Default: told from its words.")]
    public Matter? Matter { get; init; }

    /// <summary>How tall it is.</summary>
    [Description("Its height in centimetres, 1 to 500. Default: told from its shape.")]
    public double? HeightCm { get; init; }
}
