using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>Which music a storyboard gets.</summary>
internal static class StyleChoice
{
    /// <summary>What was ordered; else what the mood asks for. A festive video in Chinese gets the music of the New Year.</summary>
    public static MusicStyle Of(Storyboard storyboard) => storyboard.Sound.Style ?? storyboard.Look.Mood switch
    {
        Mood.Elegant => MusicStyle.Elegant,
        Mood.Playful => MusicStyle.Playful,
        Mood.Epic => MusicStyle.Epic,
        Mood.Calm => MusicStyle.Calm,
        Mood.Energetic => MusicStyle.Techno,
        Mood.Festive => IsChinese(storyboard.Language) ? MusicStyle.LunarNewYear : MusicStyle.Festive,
        _ => throw new ArgumentOutOfRangeException(nameof(storyboard), storyboard.Look.Mood, "unknown mood"),
    };

    private static bool IsChinese(string language) =>
        language.Equals("zh", StringComparison.OrdinalIgnoreCase) || language.StartsWith("zh-", StringComparison.OrdinalIgnoreCase);
}
