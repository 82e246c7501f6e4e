using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Render.Air;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render.Air;

public class ParticleTests
{
    private const int Width = 160;
    private const int Height = 96;
    private static readonly CameraPose _camera = new(new Vector3(0, 1, 1), new Vector3(0, 1, 0), Vector3.UnitY, 50, 0, 1);
    private static readonly ParticleLook _glowing = new() { Shape = ParticleShape.Flake, Colour = Vector3.Zero, Emission = Vector3.One };

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(1.4f, 2f)]
    [InlineData(1.4f, 8f)]
    public void Out_of_focus_a_particle_gives_as_much_light_as_in_focus(float aperture, float focus)
    {
        // In pixels its radius is 0.012 / (0.72 / 160).
        var radius = 0.012f * Width / 0.72f;
        var light = Light(_camera with { Aperture = aperture, Focus = focus }, _glowing, Still(new Vector3(0, 1, 0), 0.012f));
        Assert.Equal(MathF.PI * radius * radius, light, MathF.PI * radius * radius * 0.06f);
    }

    [Theory]
    [InlineData(ParticleShape.Flake)]
    [InlineData(ParticleShape.Puff)]
    [InlineData(ParticleShape.Spark)]
    public void A_moving_particle_gives_as_much_light_as_a_resting_one(ParticleShape shape)
    {
        var look = _glowing with { Shape = shape };
        var resting = Light(_camera, look, Still(new Vector3(0, 1, 0), 0.01f));
        var moving = Light(_camera, look, Still(new Vector3(0.03f, 1, 0), 0.01f) with { Velocity = new Vector3(6, 0, 0) });
        Assert.Equal(resting, moving, resting * 0.12f);
    }

    [Fact]
    public void A_body_hides_the_particles_behind_it()
    {
        var (behind, before) = (Still(new Vector3(0, 1, -0.3f), 0.01f), Still(new Vector3(0, 1, 0.3f), 0.01f));
        Assert.Equal(0, Light(_camera, _glowing, behind, depth: 1), 1e-3f);
        Assert.True(Light(_camera, _glowing, before, depth: 1) > 10);
    }

    [Fact]
    public void The_nearer_of_two_particles_is_drawn_over_the_farther_whatever_their_order()
    {
        Particle[] particles = [Still(new Vector3(0, 1, 0.2f), 0.05f), Still(new Vector3(0, 1, -0.2f), 0.05f) with { Kind = 1 }];
        ParticleLook[] looks = [_glowing with { Emission = new(1, 0, 0) }, _glowing with { Emission = new(0, 1, 0) }];
        foreach (var order in new[] { particles, [particles[1], particles[0]] })
        {
            var film = Film(_camera, looks, order, Floor.Far);
            Assert.Equal(1, Red(film, Width / 2, Height / 2), 0.01f);
        }
    }

    [Fact]
    public void A_puff_is_brighter_on_the_side_of_the_lamp()
    {
        var stage = Stages.Of() with
        {
            Particles = [new ParticleLook { Shape = ParticleShape.Puff }], Ground = new Ground { Pattern = GroundPattern.None },
            Backdrop = new Backdrop { Zenith = Vector3.Zero, Horizon = Vector3.Zero }, Lights = [Stages.Lamp(new Vector3(-2, 1, 0), new Vector3(0, 1, 0), 1, 10)],
        };
        var state = new FrameState(_camera, []) { Particles = [Still(new Vector3(0, 1, 0), 0.1f)] };
        var rgb = Rgb(stage, state);
        Assert.True(rgb[3 * ((Height / 2 * Width) + (Width / 2) - 12)] > 1.3f * rgb[3 * ((Height / 2 * Width) + (Width / 2) + 12)]);
    }

    [Fact]
    public void Haze_takes_a_known_part_of_the_light_on_each_metre()
    {
        var haze = new Haze(0.1f, new BackdropShading(Stages.Of()));
        Assert.Equal(0.9f, haze.Passed(System.Runtime.Intrinsics.Vector512.Create(1f))[0], 1e-4f);
        Assert.Equal(0.9f * 0.9f * 0.9f, haze.Passed(System.Runtime.Intrinsics.Vector512.Create(3f))[0], 1e-4f);
    }

    [Fact]
    public void Thousands_of_particles_come_out_the_same_on_any_number_of_threads()
    {
        var chance = new Random(5);
        Particle[] particles = [.. Enumerable.Range(0, 3000).Select(_ => new Particle(
            0, new Vector3(chance.NextSingle() - 0.5f, 0.7f + chance.NextSingle() * 0.6f, chance.NextSingle() - 0.5f), new Vector3(0, -2, 0), 0.003f, 0.5f))];
        var stage = Stages.Of() with { Particles = [new ParticleLook { Shape = ParticleShape.Drop }], Haze = 0.02f };
        var state = new FrameState(_camera, []) { Particles = particles, Time = 1 };
        var (one, two) = (Rgb(stage, state, 1), Rgb(stage, state, 3));
        Assert.Equal(one, two);
    }

    private static Particle Still(Vector3 position, float radius) => new(0, position, Vector3.Zero, radius, 1);

    private static float Light(CameraPose camera, ParticleLook look, Particle particle, float depth = Floor.Far)
    {
        var film = Film(camera, [look], [particle], depth);
        var sum = 0f;
        for (var y = 0; y < Height; y++)
        for (var x = 0; x < Width; x++)
            sum += Red(film, x, y);
        return sum;
    }

    private static unsafe float Red(Film film, int x, int y) => film.Plane(0)[(y * film.Stride) + x];

    private static unsafe Film Film(CameraPose camera, IReadOnlyList<ParticleLook> looks, Particle[] particles, float depth)
    {
        var stage = Stages.Of() with { Particles = looks };
        var take = new Take(stage, Width, Height);
        var film = new Film(Width, Height);
        for (var i = 0; i < film.Stride * film.Rows; i++) film.Depth[i] = depth;
        var state = new FrameState(camera, []) { Particles = particles, Time = 1 };
        var before = state with { Time = 1 - (1 / 30.0) };
        take.Begin(before, state, Exposure.Whole);
        var air = new AirPass(take, film);
        air.Begin(before, state);
        for (var tile = 0; tile < air.ParticleTiles; tile++) air.Particles(tile);
        return film;
    }

    private static byte[] Rgb(Stage stage, FrameState state, int threads = 0)
    {
        using var renderer = new FilmRenderer(stage, Width, Height, threads: threads);
        var rgb = new byte[Width * Height * 3];
        renderer.RenderRgb(state with { Time = state.Time - (1 / 30.0) }, state, 0, rgb);
        return rgb;
    }
}
