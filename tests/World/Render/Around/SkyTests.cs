using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Render.Around;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render.Around;

public class SkyTests
{
    private static readonly Vector3 _sun = Vector3.Normalize(new Vector3(0.6f, 0.7f, -0.4f));

    [Fact]
    public void The_sky_is_brightest_near_the_sun()
    {
        var sky = new Daylight(new Sky(_sun), 0);
        var near = Luminance(sky, _sun);
        Assert.True(near > 2 * Luminance(sky, Vector3.Normalize(new Vector3(-_sun.X, _sun.Y, -_sun.Z))));
        Assert.True(near > 2 * Luminance(sky, Vector3.UnitY));
    }

    [Fact]
    public void The_sky_is_blue_overhead_and_paler_at_the_horizon()
    {
        var sky = new Daylight(new Sky(_sun), 0);
        var (above, level) = (Colour(sky, Vector3.UnitY), Colour(sky, Vector3.Normalize(new Vector3(-1, 0.05f, 0.5f))));
        Assert.True(above.Z > 1.8f * above.X, $"{above} overhead");
        Assert.True(level.Z / level.X < above.Z / above.X, $"{level} at the horizon, {above} overhead");
    }

    [Theory]
    [InlineData(0.05f)]
    [InlineData(0.4f)]
    [InlineData(1f)]
    public void The_sky_is_as_bright_on_the_whole_wherever_the_sun_stands(float height)
    {
        var sky = new Daylight(new Sky(Vector3.Normalize(new Vector3(0.5f, height, -0.5f)), 4, 2), 0);
        var sum = 0f;
        for (var i = 0; i < 400; i++)
        {
            var (up, turn) = ((i + 0.5f) / 400, i * 2.4f);
            var flat = MathF.Sqrt(1 - (up * up));
            sum += Luminance(sky, new Vector3(flat * MathF.Sin(turn), up, flat * MathF.Cos(turn))) / 400;
        }

        Assert.Equal(0.84f, sum, 0.08f);
    }

    [Fact]
    public void A_low_sun_is_red()
    {
        var (low, high) = (new Daylight(new Sky(Vector3.Normalize(new(1, 0.05f, 0))), 0).SunColour, new Daylight(new Sky(Vector3.UnitY), 0).SunColour);
        Assert.True(low.Z < 0.4f * low.X);
        Assert.True(high.Z > 0.7f * high.X);
    }

    private static float Luminance(Daylight sky, Vector3 direction) => Vector3.Dot(Colour(sky, direction), new Vector3(0.2126f, 0.7152f, 0.0722f));

    private static Vector3 Colour(Daylight sky, Vector3 direction)
    {
        var c = sky.Clear(Wide3.All(direction));
        return new Vector3(c.X[0], c.Y[0], c.Z[0]);
    }
}
