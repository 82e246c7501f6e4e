using System.Numerics;
using System.Runtime.InteropServices;

namespace SoraFunctions.World.Render;

/// <summary>An axis-aligned box.</summary>
internal readonly record struct Box(Vector3 Min, Vector3 Max)
{
    public static readonly Box Empty = new(new Vector3(float.MaxValue), new Vector3(float.MinValue));

    public Box With(Box other) => new(Vector3.Min(Min, other.Min), Vector3.Max(Max, other.Max));

    public Box With(Vector3 point) => new(Vector3.Min(Min, point), Vector3.Max(Max, point));

    /// <summary>One of its corners, 0 to 7.</summary>
    public Vector3 Corner(int corner) => new(
        (corner & 1) == 0 ? Min.X : Max.X, (corner & 2) == 0 ? Min.Y : Max.Y, (corner & 4) == 0 ? Min.Z : Max.Z);

    /// <summary>Half the surface area; 0 for an empty box.</summary>
    public float Area
    {
        get
        {
            var s = Vector3.Max(Max - Min, Vector3.Zero);
            return s.X * s.Y + s.Y * s.Z + s.Z * s.X;
        }
    }
}

/// <summary>
/// A bounding volume hierarchy over boxes, split by the binned surface area heuristic (Wald, "On fast Construction of SAH-based
/// Bounding Volume Hierarchies", 2007). Rebuilding allocates nothing.
/// </summary>
internal sealed unsafe class BoxTree
{
    private const int Bins = 16;
    private readonly Node[] nodes;
    private readonly int[] order;
    private int used;

    /// <param name="capacity">Most boxes that will ever be built over.</param>
    public BoxTree(int capacity)
    {
        nodes = GC.AllocateArray<Node>(Math.Max(1, 2 * capacity), pinned: true);
        order = GC.AllocateArray<int>(Math.Max(1, capacity), pinned: true);
    }

    /// <summary>Nodes in depth-first order, the root first.</summary>
    public Node* Nodes => (Node*)Marshal.UnsafeAddrOfPinnedArrayElement(nodes, 0);

    /// <summary>Numbers of the boxes in the order that leaves refer to.</summary>
    public int[] Order => order;

    /// <summary>How many boxes the tree holds.</summary>
    public int Count { get; private set; }

    /// <summary>The box around everything.</summary>
    public Box Bounds => Count == 0 ? Box.Empty : new Box(nodes[0].Min, nodes[0].Max);

    public void Build(ReadOnlySpan<Box> boxes, int leafSize)
    {
        used = 0;
        Count = boxes.Length;
        for (var i = 0; i < boxes.Length; i++) order[i] = i;
        if (boxes.Length > 0) Split(boxes, 0, boxes.Length, leafSize);
    }

    /// <summary>Takes over boxes that have moved; the tree keeps its shape.</summary>
    public void Refit(ReadOnlySpan<Box> boxes)
    {
        // Children come after their parents.
        for (var at = used - 1; at >= 0; at--)
        {
            ref var node = ref nodes[at];
            var box = Box.Empty;
            if (node.Count > 0)
            {
                for (var i = node.Start; i < node.Start + node.Count; i++) box = box.With(boxes[order[i]]);
            }
            else
            {
                box = new Box(nodes[at + 1].Min, nodes[at + 1].Max).With(new Box(nodes[node.Start].Min, nodes[node.Start].Max));
            }

            (node.Min, node.Max) = (box.Min, box.Max);
        }
    }

    private void Split(ReadOnlySpan<Box> boxes, int start, int count, int leafSize)
    {
        var at = used++;
        var bounds = Box.Empty;
        var centres = Box.Empty;
        for (var i = start; i < start + count; i++)
        {
            ref readonly var box = ref boxes[order[i]];
            bounds = bounds.With(box);
            centres = centres.With(box.Min + box.Max);
        }

        nodes[at].Min = bounds.Min;
        nodes[at].Max = bounds.Max;
        var (axis, cut, scale, low) = count <= leafSize ? default : BestCut(boxes, start, count, bounds, centres);
        if (count <= leafSize || scale == 0 && count <= 4 * leafSize)
        {
            nodes[at].Start = start;
            nodes[at].Count = count;
            return;
        }

        var middle = scale == 0 ? start + count / 2 : Partition(boxes, start, count, axis, cut, scale, low);
        nodes[at].Count = ~axis;
        Split(boxes, start, middle - start, leafSize);
        nodes[at].Start = used;
        Split(boxes, middle, start + count - middle, leafSize);
    }

    private static int BinOf(in Box box, int axis, float scale, float low) =>
        Math.Min(Bins - 1, (int)(((box.Min[axis] + box.Max[axis]) - low) * scale));

    private int Partition(ReadOnlySpan<Box> boxes, int start, int count, int axis, int cut, float scale, float low)
    {
        var (i, j) = (start, start + count - 1);
        while (i <= j)
        {
            if (BinOf(boxes[order[i]], axis, scale, low) < cut) i++;
            else (order[i], order[j]) = (order[j--], order[i]);
        }

        return i;
    }

    /// <summary>The cheapest plane; a scale of 0 says that no plane separates the centres.</summary>
    private (int Axis, int Cut, float Scale, float Low) BestCut(
        ReadOnlySpan<Box> boxes, int start, int count, Box bounds, Box centres)
    {
        Span<Box> binBox = stackalloc Box[Bins];
        Span<int> binCount = stackalloc int[Bins];
        Span<float> rightCost = stackalloc float[Bins];
        (int, int, float, float) best = default;
        var bestCost = float.MaxValue;
        for (var axis = 0; axis < 3; axis++)
        {
            var low = centres.Min[axis];
            var extent = centres.Max[axis] - low;
            if (extent < 1e-9f) continue;
            var scale = Bins * 0.9999f / extent;
            binBox.Fill(Box.Empty);
            binCount.Clear();
            for (var i = start; i < start + count; i++)
            {
                ref readonly var box = ref boxes[order[i]];
                var bin = BinOf(box, axis, scale, low);
                binBox[bin] = binBox[bin].With(box);
                binCount[bin]++;
            }

            var (sweep, sum) = (Box.Empty, 0);
            for (var bin = Bins - 1; bin > 0; bin--)
            {
                sweep = sweep.With(binBox[bin]);
                sum += binCount[bin];
                rightCost[bin] = sum == 0 ? float.MaxValue : sweep.Area * sum;
            }

            (sweep, sum) = (Box.Empty, 0);
            for (var bin = 1; bin < Bins; bin++)
            {
                sweep = sweep.With(binBox[bin - 1]);
                sum += binCount[bin - 1];
                if (sum == 0 || sum == count) continue;
                var cost = sweep.Area * sum + rightCost[bin];
                if (cost >= bestCost) continue;
                bestCost = cost;
                best = (axis, bin, scale, low);
            }
        }

        return best;
    }

    /// <summary>
    /// A leaf when <see cref="Count"/> is above 0, with boxes <see cref="Start"/> and on of the order; else its children are the next
    /// node and node <see cref="Start"/>, and ~<see cref="Count"/> is the axis of the cut.
    /// </summary>
    internal struct Node
    {
        public Vector3 Min;
        public int Start;
        public Vector3 Max;
        public int Count;
    }
}
