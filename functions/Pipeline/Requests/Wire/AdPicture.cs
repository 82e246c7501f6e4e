using System.ComponentModel;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A picture that shots are made after, as it is written.</summary>
public sealed record AdPicture
{
    /// <summary>The picture; null where it comes as a file.</summary>
    [Description("Address (http, https) or data: URL of a PNG, JPEG or WebP, 16 to 8192 pixels a side, up to 20 MiB. A form may bring it as the file pictures[0][image].")]
    public string? Image { get; init; }

    /// <summary>What it is to the shot.</summary>
    [Description("What it is to the shot: the frame that it begins with, the frame that it ends with, or a view of what is to be seen in it.")]
    public required PictureRole Role { get; init; }

    /// <summary>Which shot.</summary>
    [Description("Number of the shot, 1 to 24. Default: the first one for first-frame, the last one for last-frame, all for reference.")]
    public int? Shot { get; init; }
}
