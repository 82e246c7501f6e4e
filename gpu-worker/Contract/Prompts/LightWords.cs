using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Prompts;

/// <summary>How a shot is lit, and the feeling of the whole.</summary>
internal static class LightWords
{
    /// <summary>The light.</summary>
    public static string Of(Light light) => light switch
    {
        Light.Soft => "soft diffused light",
        Light.Dramatic => "dramatic side light with deep shadows",
        Light.Rim => "backlit with bright glowing edges",
        Light.Warm => "warm golden low light",
        Light.Cool => "cool bluish light",
        Light.HighKey => "bright high-key light",
        _ => throw new ArgumentOutOfRangeException(nameof(light)),
    };

    /// <summary>The feeling.</summary>
    public static string Of(Mood mood) => mood switch
    {
        Mood.Elegant => "elegant and precious mood",
        Mood.Playful => "playful and lively mood",
        Mood.Epic => "epic cinematic mood with strong contrast",
        Mood.Calm => "calm and airy mood",
        Mood.Energetic => "energetic modern mood",
        Mood.Festive => "warm festive mood",
        _ => throw new ArgumentOutOfRangeException(nameof(mood)),
    };
}
