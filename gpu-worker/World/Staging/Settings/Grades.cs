using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>How the picture is graded for each mood: shadows against highlights, as colourists set them.</summary>
internal static class Grades
{
    /// <summary>The grade of a mood.</summary>
    public static Grade Of(Mood mood) => mood switch
    {
        Mood.Playful => new() { Contrast = 1.02f, Saturation = 1.14f, Vignette = 0.06f },
        Mood.Epic => new() { Contrast = 1.14f, Saturation = 0.98f, Shadows = new(0.94f, 1, 1.06f), Highlights = new(1.04f, 1, 0.96f), Vignette = 0.24f, Bloom = 1.2f },
        Mood.Calm => new() { Contrast = 0.95f, Saturation = 0.94f, Shadows = new(0.99f, 1, 1.01f), Vignette = 0.08f },
        Mood.Energetic => new() { Contrast = 1.12f, Saturation = 1.1f, Shadows = new(0.97f, 1, 1.03f), Vignette = 0.14f },
        Mood.Festive => new() { Contrast = 1.03f, Saturation = 1.08f, Highlights = new(1.04f, 1, 0.96f), Vignette = 0.18f, Bloom = 1.4f },
        _ => new() { Contrast = 1.04f, Saturation = 0.98f, Highlights = new(1.015f, 1, 0.985f), Vignette = 0.16f },
    };
}
