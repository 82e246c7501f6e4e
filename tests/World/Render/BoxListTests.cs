using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Render;

namespace SoraFunctions.World.Tests.Render;

/// <summary>Blocks of the picture go without rays when no box is in the way: that must never be said where one is.</summary>
public class BoxListTests
{
    [Fact]
    public void No_line_to_a_lamp_crosses_a_box_when_the_list_says_that_none_is_between() => Prop.ForAll(Seeds(), seed =>
    {
        var random = new Random(seed);
        var (list, boxes) = Some(random);
        var points = BoxAt(Point(random, 1), 0.2f * random.NextSingle());
        var lamp = new Softbox(Stages.Lamp(Point(random, 2) + Vector3.UnitY, Vector3.Zero, 0.1f + random.NextSingle(), 1));
        if (list.Between(points, lamp.Corners)) return true;
        for (var i = 0; i < 200; i++)
        {
            var (u, v, w) = (random.NextSingle(), random.NextSingle(), random.NextSingle());
            var from = points.Min + (points.Max - points.Min) * new Vector3(u, v, w);
            var to = lamp.Corners[0] + (lamp.Corners[1] - lamp.Corners[0]) * v + (lamp.Corners[3] - lamp.Corners[0]) * w;
            if (boxes.Any(box => Crosses(box, from, to))) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Most_lines_that_miss_are_known_to()
    {
        var random = new Random(1);
        var (missed, known) = (0, 0);
        for (var i = 0; i < 2000; i++)
        {
            var (list, boxes) = Some(random);
            var point = Point(random, 1);
            var lamp = new Softbox(Stages.Lamp(Point(random, 2) + Vector3.UnitY, Vector3.Zero, 0.01f, 1));
            if (boxes.Any(box => Crosses(box, point, lamp.Corners[0]))) continue;
            missed++;
            if (!list.Between(BoxAt(point, 0), lamp.Corners)) known++;
        }

        Assert.InRange(known, 0.8 * missed, missed);
    }

    [Fact]
    public void Boxes_that_overlap_are_found() => Prop.ForAll(Seeds(), seed =>
    {
        var random = new Random(seed);
        var (list, boxes) = Some(random);
        var other = BoxAt(Point(random, 1), 0.3f);
        var expected = boxes.Any(b => Vector3.Max(b.Min, other.Min) is var low && Vector3.Min(b.Max, other.Max) is var high
            && low.X <= high.X && low.Y <= high.Y && low.Z <= high.Z);
        return list.Meets(other) == expected;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<int> Seeds() => Gen.Choose(0, 1_000_000).ToArbitrary();

    private static (BoxList List, Box[] Boxes) Some(Random random)
    {
        var boxes = Enumerable.Range(0, random.Next(1, 20)).Select(_ => BoxAt(Point(random, 1), 0.2f * random.NextSingle())).ToArray();
        var list = new BoxList(40);
        list.Fill(boxes);
        return (list, boxes);
    }

    private static Vector3 Point(Random random, float size) =>
        size * new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);

    private static Box BoxAt(Vector3 middle, float half) => new(middle - new Vector3(half), middle + new Vector3(half));

    private static bool Crosses(Box box, Vector3 from, Vector3 to)
    {
        var (near, far) = (0f, 1f);
        for (var axis = 0; axis < 3; axis++)
        {
            var (a, b) = ((box.Min[axis] - from[axis]) / (to[axis] - from[axis]), (box.Max[axis] - from[axis]) / (to[axis] - from[axis]));
            (near, far) = (MathF.Max(near, MathF.Min(a, b)), MathF.Min(far, MathF.Max(a, b)));
        }

        return near < far;
    }
}
