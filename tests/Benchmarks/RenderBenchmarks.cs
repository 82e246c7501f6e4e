using System.Diagnostics;
using System.Numerics;
using SoraFunctions.Benchmarks.Film;
using SoraFunctions.Benchmarks.Motion;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.Benchmarks;

/// <summary>
/// What a frame costs, pass by pass: processor time of all threads. Stages of its own, with a slowly orbiting camera, falling balls and everything
/// switched on, or the middle of shots that are named.
/// </summary>
internal static class RenderBenchmarks
{
    public static async Task Run(string[] arguments)
    {
        var frames = arguments is [var text, ..] ? int.Parse(text) : 20;
        foreach (var name in arguments.Skip(1))
        {
            var order = Shots.Named(name);
            var shot = await Scenes.Stage(order, Checkout.Examples);
            var middle = shot.States.Count / 2;
            Measure(name, shot.Stage, order.Quality, frames, i => shot.States[middle + i]);
        }

        if (arguments.Length > 1) return;
        foreach (var (name, stage) in Stages())
        foreach (var quality in Enum.GetValues<Quality>())
            Measure(name, stage, quality, frames, i => State(stage, i));
    }

    private static void Measure(string name, Stage stage, Quality quality, int frames, Func<int, FrameState> state)
    {
        var stopwatch = Stopwatch.StartNew();
        var size = new FrameFormat(1280, 720).Filmed(quality);
        using var renderer = new FilmRenderer(stage, size.Width, size.Height, quality);
        var prepared = stopwatch.Elapsed;
        var yuv = new byte[size.Width * size.Height * 3 / 2];
        for (var i = 0; i < 3; i++) renderer.Render(state(i - 1), state(i), i, yuv);
        renderer.Costs = new PassCosts();
        stopwatch.Restart();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 3; i < 3 + frames; i++) renderer.Render(state(i - 1), state(i), i, yuv);
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / frames;
        var wall = stopwatch.Elapsed.TotalMilliseconds / frames;
        Console.WriteLine($"{name,-12} {quality,-8} {cpu,6:0.0} CPU ms a frame, {wall,6:0.0} ms wall, prepared in {prepared.TotalMilliseconds:0} ms");
        foreach (var (pass, time) in renderer.Costs.Times)
            Console.WriteLine($"    {pass,-17} {time.TotalMilliseconds / frames,6:0.0}");
    }

    private static IEnumerable<(string Name, Stage Stage)> Stages()
    {
        var bottle = Turned(96, (0.0001f, 0), (0.037f, 0), (0.04f, 0.004f), (0.04f, 0.16f), (0.034f, 0.18f), (0.016f, 0.21f), (0.015f, 0.26f));
        var ball = Turned(48, [.. Enumerable.Range(0, 25).Select(i => (
            MathF.Max(1e-5f, 0.02f * MathF.Sin(MathF.PI * i / 24)), -0.02f * MathF.Cos(MathF.PI * i / 24)))]);
        var key = new AreaLight(new(-0.7f, 0.8f, 0.6f), new(0.2f, 0, 0.23f), new(-0.17f, 0.3f, 0.15f), new Vector3(9));
        var rim = new AreaLight(new(0.8f, 0.5f, -0.5f), new(-0.07f, 0, -0.1f), new(0, 0.45f, 0), new Vector3(6));
        Instance[] Bodies(Material product) =>
        [
            new(bottle, product),
            .. Enumerable.Range(0, 18).Select(i => new Instance(ball, i % 2 == 0
                ? new Material { Colour = new(0.95f, 0.7f, 0.3f), Metallic = 1, Roughness = 0.2f }
                : new Material { Colour = new(0.75f, 0.03f, 0.05f), Roughness = 0.3f, ClearCoat = 0.6f })),
        ];
        yield return ("studio", new Stage { Instances = Bodies(new Material { Colour = new(0.02f, 0.1f, 0.05f), Roughness = 0.1f }), Lights = [key, rim] });
        yield return ("glass", new Stage
        {
            Instances = Bodies(new Material { Colour = new(0.3f, 0.8f, 0.5f), Transmission = 1, Roughness = 0.03f }), Lights = [key, rim],
            Ground = new Ground { Pattern = GroundPattern.Marble, Roughness = 0.12f, Scale = 0.25f },
        });
        yield return ("night street", new Stage
        {
            Instances = Bodies(new Material { Colour = new(0.02f, 0.02f, 0.03f), Roughness = 0.1f }), Lights = [key, rim],
            Ground = new Ground { Pattern = GroundPattern.WetAsphalt, Colour = new(0.05f), Second = new(0.02f), Roughness = 0.45f, Sweep = 0 },
            Backdrop = new Backdrop { Zenith = new(0.004f), Horizon = new(0.02f), Lamps = 40 },
        });
    }

    private static FrameState State(Stage stage, int frame)
    {
        var angle = 0.004f * frame;
        var camera = new CameraPose(
            new Vector3(0.8f * MathF.Sin(angle), 0.17f, 0.8f * MathF.Cos(angle)), new Vector3(0, 0.11f, 0), Vector3.UnitY, 50, 4, 0.8f);
        var poses = new Pose[stage.Instances.Count];
        poses[0] = new Pose(Vector3.Zero, Quaternion.CreateFromAxisAngle(Vector3.UnitY, angle));
        for (var i = 1; i < poses.Length; i++)
        {
            var (turn, away) = (i * 2.4f, 0.1f + 0.012f * i);
            var height = 0.02f + (i % 3 == 0 ? 0.1f * MathF.Abs(MathF.Sin(0.15f * frame + i)) : 0);
            poses[i] = new Pose(new Vector3(away * MathF.Sin(turn), height, away * MathF.Cos(turn)), Quaternion.Identity);
        }

        return new FrameState(camera, poses);
    }

    /// <summary>A surface of revolution from radii and heights, bottom to top.</summary>
    private static Mesh Turned(int around, params (float Radius, float Height)[] profile)
    {
        var (positions, normals, coordinates, indices) = (new List<Vector3>(), new List<Vector3>(), new List<Vector2>(), new List<int>());
        for (var i = 0; i < profile.Length; i++)
        for (var j = 0; j <= around; j++)
        {
            var (before, after) = (profile[Math.Max(0, i - 1)], profile[Math.Min(profile.Length - 1, i + 1)]);
            var slope = Vector2.Normalize(new Vector2(after.Radius - before.Radius, after.Height - before.Height));
            var out2 = new Vector3(MathF.Sin(2 * MathF.PI * j / around), 0, MathF.Cos(2 * MathF.PI * j / around));
            positions.Add(out2 * profile[i].Radius + Vector3.UnitY * profile[i].Height);
            normals.Add(Vector3.Normalize(out2 * slope.Y - Vector3.UnitY * slope.X));
            coordinates.Add(new Vector2((float)j / around, 1 - (float)i / (profile.Length - 1)));
        }

        for (var i = 0; i + 1 < profile.Length; i++)
        for (var j = 0; j < around; j++)
        {
            var a = i * (around + 1) + j;
            indices.AddRange([a, a + 1, a + around + 2, a, a + around + 2, a + around + 1]);
        }

        return new Mesh([.. positions], [.. normals], [.. coordinates], [.. indices]);
    }
}
