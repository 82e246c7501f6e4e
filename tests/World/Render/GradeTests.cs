using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

public class GradeTests
{
    [Fact]
    public void A_neutral_grade_changes_nothing()
    {
        var colour = new Vector3(0.4f, 0.1f, 0.02f);
        Assert.Equal(Shown(colour, null), Shown(colour, new Grade()));
    }

    [Fact]
    public void White_is_shown_as_clean_white_and_grey_stays_grey()
    {
        var white = Shown(Vector3.One, null);
        Assert.InRange(white.X, 0.93f, 1);
        Assert.Equal(white.X, white.Z, 1e-4f);
        Assert.Equal(1, Shown(new Vector3(20), null).Y, 0.01f);
    }

    [Fact]
    public void A_brand_colour_keeps_its_hue()
    {
        var red = Linear(Shown(new Vector3(0.7f, 0.03f, 0.05f), null));
        Assert.Equal(0.03f / 0.7f, red.Y / red.X, 0.01f);
        Assert.Equal(0.05f / 0.7f, red.Z / red.X, 0.01f);
    }

    [Theory]
    [InlineData(0.8f)]
    [InlineData(1.4f)]
    public void Contrast_turns_about_middle_grey(float contrast)
    {
        var grade = new Grade { Contrast = contrast };
        Assert.Equal(Shown(new Vector3(0.18f), null).X, Shown(new Vector3(0.18f), grade).X, 2e-3f);
        var darker = Shown(new Vector3(0.03f), grade).X < Shown(new Vector3(0.03f), null).X;
        Assert.Equal(contrast > 1, darker);
    }

    [Fact]
    public void Without_saturation_everything_is_grey()
    {
        var grey = Shown(new Vector3(0.5f, 0.1f, 0.2f), new Grade { Saturation = 0 });
        Assert.Equal(grey.X, grey.Y, 1e-4f);
        Assert.Equal(grey.X, grey.Z, 1e-4f);
    }

    [Fact]
    public void Split_toning_tints_shadows_and_highlights_apart()
    {
        var grade = new Grade { Shadows = new(0.8f, 1, 1.2f), Highlights = new(1.15f, 1, 0.85f) };
        var (dark, bright) = (Shown(new Vector3(0.02f), grade), Shown(new Vector3(0.6f), grade));
        Assert.True(dark.Z > dark.X);
        Assert.True(bright.X > bright.Z);
    }

    private static Vector3 Shown(Vector3 light, Grade? grade)
    {
        var c = new ToneMapping(1, 0, grade).Display(Wide3.All(light));
        return new Vector3(c.X[0], c.Y[0], c.Z[0]);
    }

    private static Vector3 Linear(Vector3 shown) =>
        new(ColourSpace.FromSrgb(shown.X), ColourSpace.FromSrgb(shown.Y), ColourSpace.FromSrgb(shown.Z));
}
