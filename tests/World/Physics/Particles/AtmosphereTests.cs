using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Particles;

namespace SoraFunctions.World.Tests.Physics.Particles;

public sealed class AtmosphereTests
{
    public static TheoryData<Atmosphere> Kinds => [.. Enum.GetValues<Atmosphere>().Where(kind => kind != Atmosphere.Clear)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_instant_has_the_same_particles(Atmosphere kind)
    {
        var (first, second) = (Of(kind), Of(kind));
        Assert.Equal(first.At(1.25), second.At(1.25));
        Assert.NotEqual(first.At(1.25), first.At(1.3));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_has_always_been_there(Atmosphere kind) =>
        Assert.True(Of(kind).At(0).Count(particle => particle.Opacity > 0.05) >= 10, "it begins empty");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_particle_has_a_look_a_size_and_a_place_above_the_floor(Atmosphere kind)
    {
        var field = Of(kind);
        foreach (var particle in Enumerable.Range(0, 12).SelectMany(i => field.At(i * 0.31)).Where(particle => particle.Opacity > 0.01))
        {
            Assert.InRange(particle.Kind, 0, field.Looks.Count - 1);
            Assert.InRange(particle.Radius, 1e-5f, 1);
            Assert.True(particle.Position.Y > -0.15f, $"{kind} at {particle.Position}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_number_is_bounded(Atmosphere kind) => Assert.InRange(Of(kind, 50).At(2).Length, 1, 5000);

    [Fact]
    public void Raindrops_fall_at_their_terminal_speed()
    {
        var drops = Of(Atmosphere.Rain).At(1).Where(particle => particle.Kind == 0).ToList();
        Assert.True(drops.Count > 20);
        Assert.All(drops, drop => Assert.Equal(-Raindrop.TerminalSpeed(2 * drop.Radius), drop.Velocity.Y, 0.01));
    }

    [Fact]
    public void Clear_air_is_empty() => Assert.Null(AtmosphereField.Of(Atmosphere.Clear, Space, 1, Vector3d.UnitY, 0.1));

    private static AirSpace Space => new(new(-1, 0, -1), new(1, 1, 0.6), 0, new(0.03, 0, 0), 9);

    private static AtmosphereField Of(Atmosphere kind, double density = 1) => AtmosphereField.Of(kind, Space, density, new(0, 0.3, 0), 0.05)!;
}
