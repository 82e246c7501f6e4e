using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Render.Around;
using Wide = System.Runtime.Intrinsics.Vector512<float>;

namespace SoraFunctions.World.Tests.Render.Around;

/// <summary>Lobes that are looked up gather what lamps give one by one.</summary>
public sealed class LampLobesTests
{
    private const float Size = 0.016f;
    private static readonly Vector3 Lamp = Vector3.Normalize(new(0.3f, 0.4f, -0.8f));

    private readonly LampLobes _lobes = new(Gathered);

    [Theory]
    [InlineData(0.06f)]
    [InlineData(0.1f)]
    [InlineData(0.25f)]
    [InlineData(0.8f)]
    public void A_prepared_lobe_gathers_what_a_lamp_gives(float spread)
    {
        var (looked, added, apart) = (0f, 0f, 0f);
        for (var step = -60; step <= 60; step++)
        {
            var direction = Wide3.All(Vector3.Normalize(Lamp + (new Vector3(0.02f, 0.003f, 0.001f) * step)));
            var prepared = _lobes.At(direction, Vector512.Create(spread)).X.ToScalar();
            var exact = Gathered(direction, Vector512.Create(spread)).X.ToScalar();
            (looked, added, apart) = (looked + prepared, added + exact, apart + MathF.Abs(prepared - exact));
        }

        // The tip of a narrow lobe falls between the places that are kept.
        Assert.InRange(looked, 0.92f * added, 1.02f * added);
        Assert.True(apart < 0.1f * added, $"{apart / added:P1} lie elsewhere.");
    }

    [Fact]
    public void Lobes_beyond_those_prepared_count_as_the_nearest()
    {
        var direction = Wide3.All(Lamp);

        Assert.Equal(
            _lobes.At(direction, Vector512.Create(LampLobes.Narrowest)).X.ToScalar(), _lobes.At(direction, Vector512.Create(0.01f)).X.ToScalar(), 1e-4f);
        Assert.True(_lobes.At(direction, Vector512.Create(5f)).X.ToScalar() > 0);
    }

    private static Wide3 Gathered(Wide3 direction, Wide spread)
    {
        var angle = WideMath.Sqrt(Vector512.Create(2f) * (Wide.One - Wide3.Dot(direction, Wide3.All(Lamp))));
        var inverse = WideMath.Inverse(spread + Vector512.Create(Size));
        var near = WideMath.Saturate(Wide.One - (angle * inverse * 0.6f));
        var light = near * near * inverse * inverse * (Size * Size);
        return new(light, light, light);
    }
}
