using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Tests.Engine;

namespace SoraFunctions.World.Tests.Staging;

public sealed class DirectorTests
{
    private static readonly ShotAssets _pictures = ShotAssets.None with { Pictures = new Dictionary<string, Texture> { ["photo"] = Pictures.Photo() } };

    public static TheoryData<Deed, CameraMove> Takes()
    {
        var data = new TheoryData<Deed, CameraMove>();
        var moves = Enum.GetValues<CameraMove>();
        foreach (var deed in Enum.GetValues<Deed>())
        {
            data.Add(deed, moves[(((int)deed * 5) + 1) % moves.Length]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Takes))]
    public void Every_deed_gives_all_frames_with_the_camera_in_free_air(Deed deed, CameraMove move)
    {
        foreach (var format in new[] { new FrameFormat(1280, 720), new FrameFormat(720, 1280) })
        {
            var order = Order(deed, move, Framing.Medium, format, 1m);
            var shot = Director.Stage(order, _pictures, CancellationToken.None);
            Assert.Equal(30, shot.States.Count);
            Assert.InRange(shot.Stage.Lights.Count, 1, 4);
            Assert.All(shot.States, state =>
            {
                Assert.Equal(shot.Stage.Instances.Count, state.Poses.Length);
                Assert.True(state.Camera.Position.Y > 0.005f);
                Assert.True(state.Camera.Focus > 0);
                Assert.All(state.Poses, pose => Assert.True(float.IsFinite(pose.Position.X + pose.Orientation.W)));
                Assert.True((state.Camera.Position - state.Poses[0].Position).Length() > 0.1f);
            });
        }
    }

    [Theory]
    [InlineData(Framing.Wide, 0.27)]
    [InlineData(Framing.Medium, 0.52)]
    [InlineData(Framing.Close, 0.74)]
    public void A_subject_fills_as_much_of_the_frame_as_its_framing_says_and_is_never_cut(Framing framing, double part)
    {
        foreach (var (width, height) in new[] { (1280, 720), (720, 1280), (1080, 1080) })
        {
            var box = Stage(Deed.Stand, CameraMove.Still, framing, new(width, height)).Log.SubjectBoxes[0];
            Assert.InRange(box.Bottom - box.Top, 0.5 * part, 1.15 * part);
            Assert.True(box.Left > 0.02 && box.Right < 0.98 && box.Top > 0.02 && box.Bottom < 0.98, $"{width}x{height}: {box}");
            if (framing != Framing.Close)
            {
                Assert.True(box.Bottom < 0.76, $"{box}");
            }
        }
    }

    [Theory]
    [InlineData(Deed.Drop)]
    [InlineData(Deed.Slide)]
    [InlineData(Deed.Spin)]
    [InlineData(Deed.Shower)]
    public void A_product_ends_upright_with_its_face_to_the_camera(Deed deed)
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var order = Order(deed, CameraMove.Still, Framing.Medium, new(1280, 720), 4m) with { Seed = seed };
            var shot = Director.Stage(order, _pictures, CancellationToken.None);
            var end = shot.States[^1].Poses[0].Orientation;
            Assert.Empty(shot.Log.Warnings);
            Assert.True(System.Numerics.Vector3.Transform(System.Numerics.Vector3.UnitY, end).Y > 0.98f);
            Assert.True(System.Numerics.Vector3.Transform(System.Numerics.Vector3.UnitZ, end).Z > 0.93f);
        }
    }

    [Theory]
    [InlineData(0.08)]
    [InlineData(0.2)]
    public void What_is_hit_is_still_in_the_picture_at_the_end(double ball)
    {
        var order = Orders.Of(
            Deed.Collide,
            4m,
            new(1280, 720),
            new Subject { Id = "cube", Name = "Cube", Form = Form.Cube, Matter = Matter.Wood, Height = 0.1 },
            new Subject { Id = "ball", Name = "Ball", Form = Form.Ball, Matter = Matter.Rubber, Height = ball });
        var shot = Director.Stage(order, ShotAssets.None, CancellationToken.None);
        var box = shot.Log.SubjectBoxes[^1];
        Assert.NotEmpty(shot.Log.Contacts);
        Assert.True(box.Left > 0 && box.Right < 1, $"{box}");
    }

    [Fact]
    public void No_order_within_its_bounds_is_too_odd_to_be_staged()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
            var format = new FrameFormat(2 * random.Next(64, 1921), 2 * random.Next(64, 1921), random.Next(1, 61));
            var order = Order(Any<Deed>(), Any<CameraMove>(), Any<Framing>(), format, 0.5m) with { Seed = seed };
            Subject Someone(string id, bool pictured) => new()
            {
                Id = id,
                Name = id,
                Form = Any<Form>(),
                Matter = Any<Matter>(),
                Height = 0.01 * Math.Pow(500, random.NextDouble()),
                Count = random.Next(1, 9),
                Picture = pictured ? "photo" : null,
            };
            order = order with
            {
                Cast = [Someone("a", random.Next(2) == 0), Someone("b", false), Someone("c", false)],
                Shot = order.Shot with
                {
                    Setting = Any<Setting>(),
                    Light = Any<Light>(),
                    Camera = order.Shot.Camera with { Lens = random.Next(14, 201), Elevation = random.Next(-10, 81), Aperture = random.Next(1, 33) },
                },
            };
            var shot = Director.Stage(order, _pictures, CancellationToken.None);
            Assert.All(shot.States, state =>
            {
                Assert.All(state.Poses, pose => Assert.True(float.IsFinite(pose.Position.LengthSquared()), $"seed {seed}: {pose}"));
                Assert.True(
                    state.Poses[0].Position.Y > -0.05f || order.Shot.Action is Deed.Float or Deed.SplashIn or Deed.Ripple or Deed.BackFlip, $"seed {seed}: {state.Poses[0]}");
                Assert.True(state.Camera.Position.Y > 0 && float.IsFinite(state.Camera.Position.LengthSquared()), $"seed {seed}");
                Assert.True(System.Numerics.Vector3.Distance(state.Camera.Position, state.Camera.Target) > 1e-3f, $"seed {seed}");
            });
        }
    }

    [Fact]
    public void The_same_order_is_staged_the_same_and_another_seed_otherwise()
    {
        static string Trace(long seed) => string.Join(' ', Director.Stage(
            Order(Deed.Shower, CameraMove.PushIn, Framing.Medium, new(640, 360), 1m) with { Seed = seed }, _pictures, CancellationToken.None)
            .States[^1].Poses.Select(pose => pose.ToString()));
        Assert.Equal(Trace(4), Trace(4));
        Assert.NotEqual(Trace(4), Trace(5));
    }

    [Fact]
    public void What_can_not_be_done_is_a_warning_in_plain_words()
    {
        var order = Order(Deed.Roll, CameraMove.Still, Framing.Medium, new(640, 360), 1m);
        order = order with { Cast = [order.Cast[0] with { Form = Form.Box }] };
        Assert.Contains(Director.Stage(order, _pictures, CancellationToken.None).Log.Warnings, warning => warning.Contains("can't roll", StringComparison.Ordinal));
    }

    [Fact]
    public void A_colour_that_is_none_is_a_clear_error()
    {
        var order = Order(Deed.Stand, CameraMove.Still, Framing.Medium, new(640, 360), 1m) with { Look = new() { Accent = "red" } };
        var error = Assert.Throws<InvalidDataException>(() => Director.Stage(order, _pictures, CancellationToken.None));
        Assert.Contains("accent", error.Message, StringComparison.Ordinal);
    }

    private static StagedShot Stage(Deed deed, CameraMove move, Framing framing, FrameFormat format) =>
        Director.Stage(Order(deed, move, framing, format, 0.5m), _pictures, CancellationToken.None);

    private static ShotOrder Order(Deed deed, CameraMove move, Framing framing, FrameFormat format, decimal seconds)
    {
        var order = Orders.Of(
            deed,
            seconds,
            format,
            new Subject { Id = "bottle", Name = "Bottle", Form = Form.Bottle, Height = 0.16, Picture = "photo" },
            new Subject { Id = "petal", Name = "Petal", Form = Form.Petal, Matter = Matter.Organic, Height = 0.03, Count = 5 });
        return order with { Shot = order.Shot with { Camera = new() { Move = move, Framing = framing } } };
    }
}
