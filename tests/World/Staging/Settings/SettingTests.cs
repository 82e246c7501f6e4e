using System.Collections.Concurrent;
using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Staging.Settings;

namespace SoraFunctions.World.Tests.Staging.Settings;

public sealed class SettingTests
{
    private static readonly Setting[] _waters = [Setting.Pool, Setting.Sea, Setting.RiverStones];

    private static readonly ConcurrentDictionary<(Setting Setting, Standing Standing, Vector3 Size), SetDesign> _built = new();

    private static Vector3[] Sizes { get; } = [new(0.03f, 0.03f, 0.01f), new(0.6f, 0.9f, 0.6f)];

    [Theory]
    [MemberData(nameof(SettingPictures.All), MemberType = typeof(SettingPictures))]
    internal void A_setting_has_a_key_light_that_casts_shadows_and_no_more_lamps_than_the_renderer_takes(Setting setting)
    {
        foreach (var light in Enum.GetValues<Light>())
        {
            var lamps = Lamps.Place(light, Build(setting, Standing.Alone), new(), new(0, 0.06f, 0), 0.07f);

            Assert.InRange(lamps.Count, 1, 4);
            Assert.True(lamps[0].Shadow && lamps[0].Radiance.Length() > 0.5f);
            Assert.All(lamps, lamp => Assert.True(lamp.Centre.Y > 0 && Vector3.Dot(Vector3.Cross(lamp.HalfRight, lamp.HalfUp), lamp.Centre) < 0, "It shines on the subject from above."));
        }
    }

    [Theory]
    [MemberData(nameof(SettingPictures.All), MemberType = typeof(SettingPictures))]
    internal void What_stands_in_a_setting_has_something_under_it(Setting setting)
    {
        foreach (var standing in new[] { Standing.Alone, Standing.Amid })
        {
            foreach (var size in Sizes)
            {
                var set = Build(setting, standing, size);
                var carried = set.Ground.Pattern == GroundPattern.None ? setting == Setting.Space
                    : set.Ground.Level == 0 || set.Scenery.Any(fixture => Math.Abs(Top(fixture, 0.2f * size) ?? -1) < 0.002f);
                Assert.True(carried, $"{standing} {size}");
                Assert.True(set.Surface.Friction > 0 && set.Surface.Restitution is >= 0 and < 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(SettingPictures.All), MemberType = typeof(SettingPictures))]
    internal void A_subject_in_the_water_has_the_water_at_its_own_level(Setting setting)
    {
        var set = Build(setting, Standing.Afloat);

        Assert.Equal(_waters.Contains(setting), set.Ground.Pattern == GroundPattern.Water);
        Assert.True(set.Ground.Level == 0 || !_waters.Contains(setting));
    }

    [Theory]
    [MemberData(nameof(SettingPictures.All), MemberType = typeof(SettingPictures))]
    internal void Scenery_keeps_clear_of_the_subject_and_never_stands_before_it(Setting setting)
    {
        foreach (var standing in Enum.GetValues<Standing>())
        {
            foreach (var size in Sizes)
            {
                var set = Build(setting, standing, size);
                var reach = 4 * 0.5f * size.Length();
                foreach (var (instance, pose) in set.Scenery)
                {
                    foreach (var vertex in instance.Mesh.Positions)
                    {
                        var at = pose.Position + Vector3.Transform(vertex, pose.Orientation);
                        Assert.True(at.Y < 0.004f || (new Vector2(at.X, at.Z).Length() > reach && at.Z < 0), $"{standing} {size}: scenery at {at}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(SettingPictures.All), MemberType = typeof(SettingPictures))]
    internal void The_light_of_a_place_is_the_same_in_every_shot_of_it(Setting setting)
    {
        var one = Build(setting, Standing.Alone);

        Assert.All(Sizes.Select(size => Build(setting, Standing.Amid, size)), other =>
        {
            Assert.Equal((one.Source, one.Key, one.Fill, one.Rim, one.Exposure, one.Warmth), (other.Source, other.Key, other.Fill, other.Rim, other.Exposure, other.Warmth));
            Assert.Equal((one.Backdrop.Zenith, one.Backdrop.Horizon, one.Backdrop.Sky, one.Haze), (other.Backdrop.Zenith, other.Backdrop.Horizon, other.Backdrop.Sky, other.Haze));
        });
    }

    [Theory]
    [MemberData(nameof(SettingPictures.All), MemberType = typeof(SettingPictures))]
    public void A_label_is_exposed_to_be_read_and_stands_out(Setting setting)
    {
        var (rgb, box) = SettingPictures.Of(setting);
        var (label, white, around) = (new List<Vector3>(), 0, new List<Vector3>());
        for (var y = 0; y < SettingPictures.Height; y++)
        {
            for (var x = 0; x < SettingPictures.Width; x++)
            {
                var i = 3 * ((y * SettingPictures.Width) + x);
                Vector3 colour = new(rgb[i], rgb[i + 1], rgb[i + 2]);
                var across = Math.Abs((((x + 0.5) / SettingPictures.Width) - ((box.Left + box.Right) / 2)) / (box.Right - box.Left));
                var along = Math.Abs((((y + 0.5) / SettingPictures.Height) - ((box.Top + box.Bottom) / 2)) / (box.Bottom - box.Top));
                if (across < 0.3 && along < 0.4)
                {
                    label.Add(colour / 255);
                    white += rgb[i] >= 254 && rgb[i + 1] >= 254 && rgb[i + 2] >= 254 ? 1 : 0;
                }
                else if (across is > 0.6 and < 1 && along < 0.5)
                {
                    around.Add(colour / 255);
                }
            }
        }

        var (mean, behind) = (Mean(label), Mean(around));
        Assert.InRange(Colours.Luminance(mean), 0.25, 0.72);
        Assert.True(white <= label.Count / 100, $"{white} of {label.Count} pixels are white.");
        Assert.True(Vector3.Distance(mean, behind) > 0.05f, $"It has the colour of what is behind it: {mean}, {behind}.");
    }

    private static Vector3 Mean(List<Vector3> colours) => colours.Aggregate(Vector3.Zero, (sum, colour) => sum + colour) / colours.Count;

    private static SetDesign Build(Setting setting, Standing standing, Vector3? size = null) => _built.GetOrAdd(
        (setting, standing, size ?? Sizes[0]),
        key => SetBuilder.Build(key.Setting, new SetBrief(new(), key.Size, PanoramaLibrary.None) { Standing = key.Standing }));

    // Height of the mesh over a place; null where it has none.
    private static float? Top(Fixture fixture, Vector3 place)
    {
        var (mesh, pose) = (fixture.Instance.Mesh, fixture.Pose);
        float? top = null;
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            Vector3 At(int k) => pose.Position - place + Vector3.Transform(mesh.Positions[mesh.Indices[i + k]], pose.Orientation);
            Vector3 a = At(0), b = At(1), c = At(2);
            float Side(Vector3 from, Vector3 to) => (from.X * to.Z) - (from.Z * to.X);
            var (ab, bc, ca) = (Side(a, b), Side(b, c), Side(c, a));
            if ((ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0))
            {
                top = Math.Max(top ?? float.MinValue, place.Y + Math.Max(a.Y, Math.Max(b.Y, c.Y)));
            }
        }

        return top;
    }
}
