using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound.Scene;
using static SoraFunctions.Media.Tests.Sound.Scene.Heardness;

namespace SoraFunctions.Media.Tests.Sound.Scene;

public sealed class SoundFieldTests
{
    private static readonly float[] _tone = [.. Enumerable.Range(0, 9600).Select(i => (float)Math.Sin(i * 0.05))];

    [Theory]
    [InlineData(-1)]
    [InlineData(-0.4)]
    [InlineData(0)]
    [InlineData(0.7)]
    public void Power_is_the_same_wherever_a_source_is_and_it_is_louder_on_its_side(double pan)
    {
        var direct = At(new(pan, 0.8)).Direct;
        Assert.InRange(Energy(direct.Left) + Energy(direct.Right), 1.98 * Energy(_tone), 2.02 * Energy(_tone));
        Assert.Equal(Math.Sign(pan), Math.Sign(Math.Round(Energy(direct.Right) - Energy(direct.Left), 3)));
    }

    [Fact]
    public void Farther_ear_hears_later()
    {
        var direct = At(new(1, 0.8)).Direct;
        Assert.InRange(Array.FindIndex(direct.Left, sample => sample != 0) - Array.FindIndex(direct.Right, sample => sample != 0), 4, 8);
    }

    [Fact]
    public void Twice_as_far_is_half_as_loud_and_gives_the_room_as_much()
    {
        var (near, far) = (At(new(0, 1)), At(new(0, 2)));
        Assert.InRange(Energy(near.Direct.Left) / Energy(far.Direct.Left), 3.9, 4.1);
        Assert.Equal(Energy(near.Room), Energy(far.Room), 6);
    }

    [Fact]
    public void Far_things_have_lost_highs()
    {
        float[] click = [.. Enumerable.Range(0, 4800).Select(i => i == 10 ? 1f : 0f)];
        Assert.True(Brightness(At(new(0, 1), click).Direct.Left) > 1.3 * Brightness(At(new(0, 60), click).Direct.Left));
    }

    [Fact]
    public void Rooms_answer_as_long_as_their_size_and_walls_say()
    {
        var bathroom = Room.Of(Setting.BathroomShelf);
        Assert.True(bathroom.Reverberation > Room.Of(Setting.Kitchen).Reverberation);
        var click = new float[96_000];
        click[0] = 1;
        var answer = RoomResponse.Of(click, bathroom).Left;
        var (early, late) = ((int)(0.1 * 48_000), (int)((0.1 + 0.5 * bathroom.Reverberation) * 48_000));
        var fallen = Decibels(answer.AsSpan(early, 2400)) - Decibels(answer.AsSpan(late, 2400));
        Assert.InRange(fallen, 24, 46);
    }

    [Fact]
    public void Room_is_as_loud_as_the_source_at_the_critical_distance()
    {
        var room = Room.Of(Setting.Kitchen);
        var click = new float[96_000];
        click[0] = 1;
        var answer = RoomResponse.Of(click, room);
        var energy = (Energy(answer.Left) + Energy(answer.Right)) / 2 * room.CriticalDistance * room.CriticalDistance;
        Assert.InRange(energy, 0.6, 1.9);
    }

    [Fact]
    public void Open_air_does_not_answer() => Assert.All(RoomResponse.Of([1, 0, 0], Room.Of(Setting.Dunes)).Left, sample => Assert.Equal(0, sample));

    private static SoundField At(Ear ear, float[]? sound = null)
    {
        var field = new SoundField(12_000);
        field.Add(sound ?? _tone, 100, 1, ear);
        return field;
    }
}
