using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>How spoken lines are shown, for those who watch without sound.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<CaptionStyle>))]
public enum CaptionStyle
{
    /// <summary>A sentence at the bottom, at most two lines at once.</summary>
    Clean,

    /// <summary>The same with the word that is being spoken lit up.</summary>
    Karaoke,

    /// <summary>Two to four large words at once, popping in as they are spoken.</summary>
    BoldSocial,

    /// <summary>Not at all; the files of captions still hold them.</summary>
    None,
}
