using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

public sealed class TextureSamplerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(5, 4)]
    [InlineData(16, 9)]
    public void A_picture_is_straight_between_its_texels_and_goes_on_beyond_its_edges_as_it_is_tiled(int width, int height)
    {
        var random = new Random(7);
        var rgba = new byte[4 * width * height];
        random.NextBytes(rgba);
        foreach (var across in Enum.GetValues<Tiling>())
        foreach (var down in Enum.GetValues<Tiling>())
        {
            var sampler = new TextureSampler(new(width, height, rgba) { IsData = true, Across = across, Down = down });
            for (var packet = 0; packet < 8; packet++)
            {
                var (u, v) = (Between(random), Between(random));
                var colour = sampler.Sample(u, v, Vector512<float>.Zero, out var alpha);
                for (var lane = 0; lane < 16; lane++)
                {
                    Assert.Equal(Expected(u[lane], v[lane], 0), colour.X[lane], 2e-3f);
                    Assert.Equal(Expected(u[lane], v[lane], 2), colour.Z[lane], 2e-3f);
                    Assert.Equal(Expected(u[lane], v[lane], 3), alpha[lane], 2e-3f);
                }
            }

            float Expected(float u, float v, int channel)
            {
                var (x, y) = (Place(u, width, across), Place(v, height, down));
                var (x0, y0) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
                var (fx, fy) = (x - x0, y - y0);
                float At(int i, int j) => rgba[(4 * ((Texel(y0 + j, height, down) * width) + Texel(x0 + i, width, across))) + channel] / 255f;
                return (((At(0, 0) * (1 - fx)) + (At(1, 0) * fx)) * (1 - fy)) + (((At(0, 1) * (1 - fx)) + (At(1, 1) * fx)) * fy);
            }
        }
    }

    private static Vector512<float> Between(Random random) =>
        Vector512.Create([.. Enumerable.Range(0, 16).Select(_ => (3 * random.NextSingle()) - 1)]);

    private static float Place(float u, int size, Tiling tiling)
    {
        u = tiling switch
        {
            Tiling.Repeat => u - MathF.Floor(u),
            Tiling.Mirror => 1 - MathF.Abs(1 - (u - (2 * MathF.Floor(u / 2)))),
            _ => Math.Clamp(u, 0, 1),
        };
        return (u * size) - 0.5f;
    }

    private static int Texel(int at, int size, Tiling tiling) =>
        tiling == Tiling.Repeat ? (at + size) % size : Math.Clamp(at, 0, size - 1);
}
