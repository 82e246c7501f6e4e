using System.Numerics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Tests.Staging;

public sealed class SceneryTests
{
    private static readonly Dictionary<string, Func<Random, IReadOnlyList<(Mesh Mesh, Material Material)>>> _all = new()
    {
        ["curtain"] = random => Curtain.Make(1.6f, 2.2f, 9, Substances.White, random),
        ["window"] = _ => Window.Make(1.1f, 1.4f, 2, 3, Substances.White),
        ["cupboards"] = _ => Cupboards.Make(1.6f, 0.7f, 4, Substances.White, Substances.Brass, false),
        ["shelf"] = random => Shelf.Make(0.9f, 0.22f, 0.3f, Substances.Wood(new(0.4f, 0.2f, 0.1f), random), Substances.Black),
        ["tiles"] = random => TiledWall.Make(1.2f, 0.9f, new(0.15f, 0.075f), Substances.White, Substances.White, true, random),
        ["gift"] = _ => Gift.Make(new(0.3f, 0.2f, 0.24f), Substances.White, Substances.Brass),
        ["lights"] = _ => FairyLights.Make(new(-0.8f, 0.5f, 0), new(0.8f, 0.6f, 0), 0.25f, 14, 0.014f, new(2, 1, 1)),
        ["plinth"] = _ => Plinth.Make(0.3f, 0.2f, 2, Substances.White),
        ["boulder"] = random => Boulder.Make(new(0.6f, 0.4f, 0.5f), 0.15f, Substances.White, random),
        ["trunk"] = random => Trunk.Make(0.25f, 2, Substances.Bark, random),
        ["grass"] = random => Plants.Grass(0.3f, 0.08f, 90, Substances.Foliage, random),
        ["fern"] = random => Plants.Fern(0.5f, 11, Substances.Foliage, random),
        ["palm"] = random => Plants.Palm(7, Substances.Foliage, Substances.Bark, random),
        ["pine"] = random => Plants.Pine(8, Substances.Foliage, Substances.Bark, random),
        ["skyline"] = random => Skyline.Make(300, 110, 6, Substances.White, Vector3.One, random),
        ["lamp post"] = _ => LampPost.Make(3.6f, Substances.Black, Vector3.One),
        ["railing"] = _ => Railing.Make(3, 1.05f, true, Substances.Steel, Substances.White),
        ["bars"] = _ => Railing.Make(3, 1.05f, false, Substances.Steel, Substances.White),
        ["planet"] = random => SoraFunctions.World.Staging.Forms.Scenery.Planet.Make(1, new(0.02f, 0.08f, 0.22f), new(0.09f, 0.17f, 0.05f), random),
    };

    public static TheoryData<string> Names() => [.. _all.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenery_is_sound_light_and_the_same_for_the_same_seed(string name)
    {
        var parts = _all[name](new Random(7));
        var again = _all[name](new Random(7));
        Assert.InRange(parts.Sum(part => part.Mesh.Indices.Length / 3), 12, 30000);
        Assert.Equal(parts.Count, again.Count);
        for (var k = 0; k < parts.Count; k++)
        {
            var mesh = parts[k].Mesh;
            Assert.Equal(mesh.Positions, again[k].Mesh.Positions);
            Assert.All(mesh.Positions, p => Assert.True(float.IsFinite(p.X + p.Y + p.Z)));
            Assert.All(mesh.Normals, normal => Assert.Equal(1, normal.Length(), 1e-3f));
            Assert.All(mesh.TextureCoordinates, uv => Assert.True(uv.X is >= -0.001f and <= 1.001f && uv.Y is >= -0.001f and <= 1.001f, $"{uv}"));
            Assert.True(mesh.Colours is null || mesh.Colours.Length == mesh.Positions.Length);
            Assert.True(Meshes.Agreement(mesh) > 0.97, $"{Meshes.Agreement(mesh)}");
        }
    }
}
