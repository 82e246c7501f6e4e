using System.Numerics;
using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Faces;
using SoraFunctions.Service.Models;

namespace SoraFunctions.Service.Tests.Models;

public class PersonMatteTests
{
    private static readonly Face _face = new(new(60, 40), 40, 40, 1, Vector2.Zero, Vector2.Zero, Vector2.Zero, Vector2.Zero);

    [Fact]
    public void What_does_not_hang_together_with_the_face_is_left_out_and_its_soft_edge_stays()
    {
        var matte = Matte((x, y) => x is >= 30 and < 90 && y >= 10 ? (byte)255 : x is >= 26 and < 30 && y >= 10 ? (byte)90 : x >= 130 ? (byte)255 : (byte)0);

        var kept = PersonMatte.Of(matte, _face);

        Assert.NotNull(kept);
        Assert.Equal(255, kept.Alpha[(100 * 160) + 60]);
        Assert.Equal(90, kept.Alpha[(100 * 160) + 28]);
        Assert.All(Enumerable.Range(130, 30), x => Assert.Equal(0, kept.Alpha[(60 * 160) + x]));
    }

    [Fact]
    public void Matte_with_a_hole_where_the_face_is_is_none() =>
        Assert.Null(PersonMatte.Of(Matte((x, y) => x is >= 50 and < 70 && y is >= 30 and < 50 ? (byte)80 : (byte)255), _face));

    [Fact]
    public void Face_beyond_the_picture_has_no_matte() =>
        Assert.Null(PersonMatte.Of(Matte((_, _) => 255), _face with { Centre = new(400, 40) }));

    private static Matte Matte(Func<int, int, byte> alpha) =>
        new(160, 120, [.. Enumerable.Range(0, 160 * 120).Select(i => alpha(i % 160, i / 160))]);
}
