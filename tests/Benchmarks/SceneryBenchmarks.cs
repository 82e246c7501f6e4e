using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.Benchmarks;

/// <summary>
/// What surroundings cost: processor time of the pass over ground and backdrop for each pattern, in nanoseconds a pixel, and of haze and
/// particles, in milliseconds a frame.
/// </summary>
internal static class SceneryBenchmarks
{
    private const int Width = 1280;
    private const int Height = 720;

    public static void Run(string[] arguments)
    {
        var frames = arguments is [var text, ..] ? int.Parse(text) : 6;
        var sun = Vector3.Normalize(new Vector3(-0.6f, 0.6f, -0.5f));
        foreach (var pattern in Enum.GetValues<GroundPattern>())
        {
            var ground = new Ground { Pattern = pattern, Scale = 0.12f, Sweep = 0, WaveHeight = 0.02f, WaveLength = 0.6f, Depth = 1.2f };
            Measure(pattern.ToString(), frames, Stage(ground, new Backdrop()), []);
        }

        var plain = new Ground { Sweep = 0 };
        Measure("sky", frames, Stage(new Ground { Pattern = GroundPattern.None }, new Backdrop { Sky = new Sky(sun) }), []);
        Measure("haze", frames, Stage(plain, new Backdrop { Sky = new Sky(sun) }) with { Haze = 0.02f }, []);
        foreach (var shape in Enum.GetValues<ParticleShape>())
        {
            var stage = Stage(plain, new Backdrop()) with { Particles = [new ParticleLook { Shape = shape, Emission = Vector3.One, Opacity = 0.5f }] };
            Measure($"4000 {shape}", frames, stage, Scattered(4000, shape == ParticleShape.Puff ? 0.02f : 0.003f));
        }
    }

    private static void Measure(string name, int frames, Stage stage, Particle[] particles)
    {
        var before = Environment.CpuUsage.TotalTime;
        using var renderer = new FilmRenderer(stage, Width, Height);
        var prepared = Environment.CpuUsage.TotalTime - before;
        var yuv = new byte[Width * Height * 3 / 2];
        for (var i = 0; i < 3; i++) Film(renderer, particles, i, yuv);
        renderer.Costs = new PassCosts();
        for (var i = 0; i < frames; i++) Film(renderer, particles, i, yuv);
        double Cost(string pass) => renderer.Costs.Times.Where(t => t.Pass == pass).Sum(t => t.Time.TotalMilliseconds) / frames;
        Console.WriteLine($"{name,-12} film {Cost("film") * 1e6 / (Width * Height),6:0.0} ns a pixel, pose {Cost("pose"),5:0.0} ms, "
            + $"haze {Cost("haze"),5:0.0} ms, particles {Cost("particles"),5:0.0} ms, prepared in {prepared.TotalMilliseconds:0} ms");
    }

    private static void Film(FilmRenderer renderer, Particle[] particles, int frame, byte[] yuv)
    {
        var camera = new CameraPose(new Vector3(0, 0.35f, 1), new Vector3(0, 0.1f, 0), Vector3.UnitY, 40, 4, 1);
        FrameState At(int number) => new(camera, []) { Particles = particles, Time = number / 30.0 };
        renderer.Render(At(frame - 1), At(frame), frame, yuv);
    }

    private static Stage Stage(Ground ground, Backdrop backdrop) => new()
    {
        Instances = [], Ground = ground, Backdrop = backdrop,
        Lights = [new AreaLight(new(-0.7f, 0.8f, 0.6f), new(0.2f, 0, 0.23f), new(-0.17f, 0.3f, 0.15f), new Vector3(9))],
    };

    private static Particle[] Scattered(int count, float radius)
    {
        var chance = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => new Particle(
            0, new Vector3((chance.NextSingle() - 0.5f) * 2, chance.NextSingle(), 0.5f - chance.NextSingle() * 2), new Vector3(0, -1, 0), radius, 1))];
    }
}
