using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// What light reaches the surfaces in view, one place for two by two pixels, a plane for each number: part of each lamp in view, part of
/// the sky, light bounced from bodies, and what is mirrored. Raw planes hold single samples, smooth ones what the filter made of them.
/// </summary>
internal sealed unsafe class LightMap
{
    /// <summary>The id of the ground; bodies have their number.</summary>
    public const int GroundId = -2;

    /// <summary>The id of the backdrop.</summary>
    public const int Nothing = -1;

    /// <summary>Planes: lamps from 0, then the others.</summary>
    public const int Sky = 4;
    public const int Bounce = 5;
    public const int Mirror = 8;
    public const int Cover = 11;
    public const int Planes = 12;

    /// <summary>Planes of settled light on the ground, diffuse and mirrored.</summary>
    public const int Settled = 6;

    /// <summary>States of the coarse picture: nothing known, known in part, the ground and the backdrop known all over.</summary>
    public const byte Fine = 0;
    public const byte Partly = 1;
    public const byte Behind = 2;

    /// <summary>Planes of bonds: with the next place of the row, the one after it, the next place of the column, the one after it.</summary>
    public const int Bonds = 4;

    /// <summary>States: of the lamps' planes, and of sky and bounce, later of what is mirrored.</summary>
    public const int LampStates = 0;
    public const int SkyStates = 1;

    private const int Margin = 16;
    private const int MarginRows = 4;
    private const int Guides = 4;
    private const int CoarsePlanes = 6;
    private const int Responses = 6;

    /// <summary>All planes one after the other: those of numbers, then three of integers.</summary>
    private readonly AlignedBuffer<float> planes;
    private readonly byte[] states;
    private readonly byte[] coarseStates;
    private readonly bool[] responds;
    private readonly int size;

    /// <param name="tileColumns">Tiles of the picture across.</param>
    /// <param name="tileRows">Tiles down.</param>
    public LightMap(int tileColumns, int tileRows)
    {
        Columns = tileColumns * TileBins.Tile / 2;
        Rows = tileRows * TileBins.Tile / 2;
        Stride = Columns + 2 * Margin;
        // Planes keep off each other's lines of the cache.
        size = (Stride * (Rows + 2 * MarginRows) + 1023) / 1024 * 1024 + 80;
        planes = new AlignedBuffer<float>((Floats + 3) * size + 64);
        new Span<int>(Integers(0) - Origin, size).Fill(Nothing - 2);
        new Span<int>(Integers(1) - Origin, size).Fill(Nothing - 1);
        StateColumns = Columns / 4 + 2;
        states = new byte[2 * StateColumns * (Rows / 4 + 2)];
        Array.Fill(states, Neutral);
        coarseStates = new byte[StateColumns * (Rows / 4 + 2)];
        Array.Fill(coarseStates, Partly);
        responds = new bool[coarseStates.Length];
    }

    /// <summary>A block with nothing in it, which is like any other.</summary>
    public const byte Neutral = 255;

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Places from row to row.</summary>
    public int Stride { get; }

    private int StateColumns { get; }

    /// <summary>
    /// What is known of a block of 4 by 4 places: 0 when its numbers differ, otherwise a code that is the same for blocks with the same
    /// numbers all over.
    /// </summary>
    /// <param name="kind"><see cref="LampStates"/> or <see cref="SkyStates"/>.</param>
    /// <param name="column">The block's column.</param>
    /// <param name="row">Its row.</param>
    public ref byte State(int kind, int column, int row) =>
        ref states[(kind * (Rows / 4 + 2) + row + 1) * StateColumns + column + 1];

    /// <summary>What is known of the coarse picture in a block of 4 by 4 places.</summary>
    public ref byte CoarseState(int column, int row) => ref coarseStates[(row + 1) * StateColumns + column + 1];

    /// <summary>Whether all that is seen of bodies in a block of 4 by 4 places has its <see cref="Response"/>.</summary>
    public ref bool Responds(int column, int row) => ref responds[(row + 1) * StateColumns + column + 1];

    /// <summary>The number that a plane has all over blocks of a state.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="state">1, and for lamps 2 more for the first, 4 for the second and so on where they are in view.</param>
    public static float EvenValue(int plane, byte state) => plane < Sky ? state >> plane + 1 & 1 : plane == Sky ? 1 : 0;

    public float* Raw(int plane) => At(plane);

    public float* Smooth(int plane) => At(Planes + plane);

    /// <summary>Light on a ground whose normal is the same all over: 0 to 2 diffuse or all of it, 3 to 5 mirrored.</summary>
    public float* OnGround(int plane) => At(2 * Planes + plane);

    /// <summary>What is seen at half the size, where that is enough: 0 to 2 its colour, 3 the depth, 4 and 5 how it moves.</summary>
    public float* Coarse(int plane) => At(2 * Planes + Settled + plane);

    /// <summary>What bodies make of their light: 0 to 2 what takes on their colour, 3 to 5 what does not.</summary>
    public float* Response(int plane) => At(2 * Planes + Settled + CoarsePlanes + plane);

    /// <summary>The body that the coarse picture holds, <see cref="Nothing"/> for ground and backdrop, less for what it does not.</summary>
    public int* Known => Integers(1);

    /// <summary>The triangle seen, by its place in the setup, where there is a body.</summary>
    public int* Triangles => Integers(2);

    /// <summary>How far places of a body belong together with others, 0 to 1; known only where there are bodies.</summary>
    /// <param name="kind">Which others, 0 to <see cref="Bonds"/> - 1.</param>
    public float* Bond(int kind) => At(2 * Planes + Settled + CoarsePlanes + Responses + kind);

    /// <summary>0 to 2 the normal, 3 the depth.</summary>
    public float* Guide(int plane) => At(Floats - Guides + plane);

    public int* Ids => Integers(0);

    private int Origin => MarginRows * Stride + Margin;

    /// <summary>Planes of numbers.</summary>
    private const int Floats = 2 * Planes + Settled + CoarsePlanes + Responses + Bonds + Guides;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float* At(int plane) => planes.Start + plane * size + Origin;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int* Integers(int plane) => (int*)At(Floats + plane);

    /// <summary>Reads a block of 4 by 4 places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Block(float* plane, int column, int row)
    {
        var p = plane + row * Stride + column;
        return Vector512.Create(
            Vector256.Create(Vector128.Load(p), Vector128.Load(p + Stride)),
            Vector256.Create(Vector128.Load(p + 2 * Stride), Vector128.Load(p + 3 * Stride)));
    }

    /// <summary>Writes a block of 4 by 4 places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* plane, int column, int row, Wide value)
    {
        var p = plane + row * Stride + column;
        value.GetLower().GetLower().Store(p);
        value.GetLower().GetUpper().Store(p + Stride);
        value.GetUpper().GetLower().Store(p + 2 * Stride);
        value.GetUpper().GetUpper().Store(p + 3 * Stride);
    }

    /// <summary>Reads what is in view of sixteen points; what is not known of lamps counts as all, of the sky as most.</summary>
    /// <param name="places">The points.</param>
    /// <param name="lamps">How many lamps there are.</param>
    /// <param name="visible">What is in view.</param>
    /// <param name="mirrored">What they mirror of bodies and ground, premultiplied.</param>
    /// <param name="cover">The part of their reflection that it takes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read<TPlaces>(ref TPlaces places, int lamps, out Visibility visible, out Wide3 mirrored, out Wide cover)
        where TPlaces : struct, IPlaces
    {
        visible.Lamp0 = places.Read(Smooth(0), 1);
        visible.Lamp1 = lamps > 1 ? places.Read(Smooth(1), 1) : Wide.One;
        visible.Lamp2 = lamps > 2 ? places.Read(Smooth(2), 1) : Wide.One;
        visible.Lamp3 = lamps > 3 ? places.Read(Smooth(3), 1) : Wide.One;
        visible.Sky = places.Read(Smooth(Sky), 0.8f);
        visible.Bounce = new Wide3(places.Read(Smooth(Bounce), 0), places.Read(Smooth(Bounce + 1), 0), places.Read(Smooth(Bounce + 2), 0));
        mirrored = new Wide3(places.Mirrored(Smooth(Mirror)), places.Mirrored(Smooth(Mirror + 1)), places.Mirrored(Smooth(Mirror + 2)));
        cover = places.Mirrored(Smooth(Cover));
    }

    /// <summary>The light at traced points, from the one nearest place: enough for what is seen in mirrors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadNearest(in Lens lens, in Wide3 point, WideInt id, Wide mask, int lamps, out Visibility visible)
    {
        var depth = lens.Project(point, out var px, out var py);
        var x = Whole(Min(Max(px * 0.5f, Wide.Zero), All(Columns - 1)));
        var y = Whole(Min(Max(py * 0.5f, Wide.Zero), All(Rows - 1)));
        var at = y * Stride + x;
        var found = Vector512.Equals(Gather(Ids, at), id).AsSingle() & mask & Vector512.GreaterThan(depth, All(0.01f));
        found &= Vector512.LessThan(Vector512.Abs(Gather(Guide(3), at) - depth), depth * 0.03f);
        visible = default;
        (visible.Lamp0, visible.Lamp1, visible.Lamp2, visible.Lamp3, visible.Sky) = (Wide.One, Wide.One, Wide.One, Wide.One, All(0.8f));
        if (!Any(found)) return;
        visible.Lamp0 = Select(found, Gather(Smooth(0), at), Wide.One);
        if (lamps > 1) visible.Lamp1 = Select(found, Gather(Smooth(1), at), Wide.One);
        if (lamps > 2) visible.Lamp2 = Select(found, Gather(Smooth(2), at), Wide.One);
        if (lamps > 3) visible.Lamp3 = Select(found, Gather(Smooth(3), at), Wide.One);
        visible.Sky = Select(found, Gather(Smooth(Sky), at), visible.Sky);
        visible.Bounce = Wide3.Only(found, new Wide3(
            Gather(Smooth(Bounce), at), Gather(Smooth(Bounce + 1), at), Gather(Smooth(Bounce + 2), at)));
    }
}
