using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Tests.Engine;

namespace SoraFunctions.World.Tests.Staging;

/// <summary>Deeds that need more than rigid bodies on a floor.</summary>
public sealed class AirborneAndAfloatTests
{
    private static readonly FrameFormat _format = new(320, 180);

    [Fact]
    public void What_orbits_keeps_its_distance_and_is_slower_the_farther_out()
    {
        var moons = new Subject { Id = "moon", Name = "Moon", Form = Form.Ball, Matter = Matter.Metal, Height = 0.02, Count = 4 };
        var log = Stage(Deed.Orbit, 3, Setting.Space, Orders.Ball(), moons).Log;
        var middle = new[] { 0, 0.1, 0 };
        var paces = log.Tracks.Skip(1).Select(track =>
        {
            var distances = track.Poses.Select(pose => Distance(pose, middle)).ToList();
            Assert.True(distances.Max() - distances.Min() < 0.03 * distances[0], "its distance changes");
            return (Radius: distances[0], Pace: Distance(track.Poses[0], [.. track.Poses[1]]));
        }).OrderBy(moon => moon.Radius).ToList();
        for (var i = 1; i < paces.Count; i++)
        {
            // Kepler: speed falls with the root of the distance.
            Assert.Equal(Math.Sqrt(paces[0].Radius / paces[i].Radius), paces[i].Pace / paces[0].Pace, 0.03);
        }
    }

    [Fact]
    public void What_flies_in_comes_to_rest_upright_in_the_middle()
    {
        var box = new Subject { Id = "box", Name = "Box", Form = Form.Cube, Matter = Matter.Wood, Height = 0.2 };
        var shot = Stage(Deed.FlyThrough, 3, Setting.WhiteStudio, box);
        var last = shot.Log.Tracks[0].Poses[^1];
        Assert.Empty(shot.Log.Warnings);
        Assert.InRange(last[0], -0.1, 0.1);
        Assert.True(shot.Log.Tracks[0].Poses[0][0] < -0.4, "it begins outside");
    }

    [Fact]
    public void The_box_falls_open_and_what_was_in_it_stays()
    {
        var log = Stage(Deed.Unbox, 3, Setting.WhiteStudio, new Subject { Id = "cup", Name = "Cup", Form = Form.Cylinder, Height = 0.15 }).Log;
        var walls = log.Tracks.Where(track => track.Id.StartsWith("wall", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, walls.Count);
        Assert.All(walls, wall => Assert.True(wall.Poses[0][1] > 0.05, "the wall does not stand at first"));
        Assert.All(walls, wall => Assert.True(wall.Poses[^1][1] < 0.01, "the wall does not lie at last"));
        Assert.Equal(log.Tracks[0].Poses[0][0], log.Tracks[0].Poses[^1][0], 0.002);
    }

    [Fact]
    public void What_floats_is_shown_on_water_and_says_so_when_the_setting_has_none()
    {
        var ball = Orders.Ball() with { Matter = Matter.Wood };
        Assert.Contains(Stage(Deed.Float, 1, Setting.MarbleCounter, ball).Log.Warnings, warning => warning.Contains("no water", StringComparison.Ordinal));
        Assert.Empty(Stage(Deed.Float, 1, Setting.Pool, ball).Log.Warnings);
    }

    [Fact]
    public void What_is_heavier_than_water_is_carried_by_a_float()
    {
        var log = Stage(Deed.Float, 2, Setting.Pool, Orders.Ball(0.1) with { Matter = Matter.Stone }).Log;
        var carrier = log.Tracks.Single(track => track.Id == "float");
        Assert.True(log.Tracks[0].Poses[^1][1] > carrier.Poses[^1][1], "it is not on top of the float");
        Assert.True(log.Tracks[0].Poses[^1][1] > 0.03, "it is under water");
    }

    [Fact]
    public void What_falls_into_water_throws_drops_and_makes_waves()
    {
        var shot = Stage(Deed.SplashIn, 2, Setting.Pool, Orders.Ball(0.12) with { Matter = Matter.Wood });
        Assert.Empty(shot.States[0].Particles);
        Assert.True(shot.States.Max(state => state.Particles.Length) > 30, "hardly a drop");
        Assert.True(shot.States.Max(state => state.Water!.Heights.Max()) > 0.003, "hardly a wave");
    }

    [Fact]
    public void In_space_nothing_falls()
    {
        var still = Stage(Deed.Stand, 1, Setting.Space, Orders.Ball()).Log;
        Assert.Equal(still.Tracks[0].Poses[0][1], still.Tracks[0].Poses[^1][1], 1e-6);
        Assert.Contains(Stage(Deed.Drop, 1, Setting.Space, Orders.Ball()).Log.Warnings, warning => warning.Contains("hovers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_spins_up_as_it_draws_its_arms_in()
    {
        var turns = Stage(Deed.Pirouette, 4, Setting.DarkStudio, new Subject { Id = "dancer", Name = "Dancer", Form = Form.Mannequin, Matter = Matter.Wood, Height = 1.7 })
            .Log.Tracks[0].Poses.Select(pose => 2 * Math.Atan2(pose[4], pose[6])).ToList();
        double Pace(int frame) => Math.Abs(Math.IEEERemainder(turns[frame + 1] - turns[frame], Math.Tau));
        Assert.True(Pace(75) > 1.5 * Pace(20), $"{Pace(20)} and {Pace(75)} radians a frame");
    }

    [Fact]
    public void A_figure_turns_over_once_and_comes_down_on_its_board()
    {
        var log = Stage(Deed.BackFlip, 3, Setting.Sea, new Subject { Id = "acrobat", Name = "Acrobat", Form = Form.Mannequin, Matter = Matter.Wood, Height = 1.7 },
            new Subject { Id = "board", Name = "Board", Form = Form.PaddleBoard, Matter = Matter.Plastic, Height = 3.2 }).Log;
        var pelvis = log.Tracks[0].Poses;
        double Upright(int frame) => 1 - (2 * ((pelvis[frame][3] * pelvis[frame][3]) + (pelvis[frame][5] * pelvis[frame][5])));
        Assert.True(Upright(0) > 0.9, "it does not begin upright");
        Assert.True(Enumerable.Range(15, 20).Min(Upright) < -0.8, "it never hangs head down");
        Assert.True(pelvis.Max(pose => pose[1]) > 1.2, "it hardly jumps");
        Assert.True(pelvis[^1][1] > 0.05, "it ends in the water");
    }

    [Fact]
    public void What_breaks_leaves_only_its_pieces_and_what_is_assembled_only_the_whole()
    {
        var broken = Stage(Deed.Shatter, 2, Setting.DarkStudio, new Subject { Id = "vase", Name = "Vase", Form = Form.Cylinder, Matter = Matter.Ceramic, Height = 0.2 }).Log;
        Assert.Empty(broken.Tracks[0].Poses[^1]);
        Assert.All(broken.Tracks.Skip(1), piece => Assert.Equal((0, 7), (piece.Poses[0].Count, piece.Poses[^1].Count)));
        var whole = Stage(Deed.Assemble, 4, Setting.DarkStudio, new Subject { Id = "can", Name = "Can", Form = Form.Cylinder, Matter = Matter.Metal, Height = 0.15 }).Log;
        Assert.Equal((0, 7), (whole.Tracks[0].Poses[0].Count, whole.Tracks[0].Poses[^1].Count));
        Assert.All(whole.Tracks.Skip(1), piece => Assert.Empty(piece.Poses[^1]));
    }

    [Fact]
    public void What_is_poured_fills_the_glass_and_cloth_moves_in_the_wind()
    {
        var pour = Stage(Deed.Pour, 3, Setting.Kitchen, new Subject { Id = "glass", Name = "Glass", Form = Form.DrinkingGlass, Matter = Matter.Glass, Height = 0.13 });
        double Level(int frame) => pour.States[frame].Deformations[1].Positions.Max(place => place.Y);
        Assert.True(Level(89) > 0.08 && Level(89) > Level(40) + 0.01 && Level(40) > Level(14), $"{Level(14)}, {Level(40)}, {Level(89)}");
        var cloth = Stage(Deed.Billow, 1, Setting.CurtainPodium, Orders.Ball());
        Assert.NotEqual(cloth.States[5].Deformations[0].Positions[^1], cloth.States[25].Deformations[0].Positions[^1]);
    }

    private static StagedShot Stage(Deed deed, decimal seconds, Setting setting, params Subject[] cast)
    {
        var order = Orders.Of(deed, seconds, _format, cast);
        return Director.Stage(order with { Shot = order.Shot with { Setting = setting } }, ShotAssets.None, CancellationToken.None);
    }

    private static double Distance(IReadOnlyList<double> pose, IReadOnlyList<double> place) =>
        Math.Sqrt(Enumerable.Range(0, 3).Sum(i => (pose[i] - place[i]) * (pose[i] - place[i])));
}
