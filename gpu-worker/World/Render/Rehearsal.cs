using System.Reflection;
using System.Runtime.CompilerServices;
using SoraFunctions.World.Render.Air;
using SoraFunctions.World.Render.Around;
using SoraFunctions.World.Render.Grounds;

namespace SoraFunctions.World.Render;

/// <summary>
/// Compiles the loops that film a frame, which the runtime else does at the first frame, one after the other: while a shot is staged there is
/// time for it on another processor.
/// </summary>
internal static class Rehearsal
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Those that every frame needs, in the order of its passes.</summary>
    private static readonly Type[] Passes =
    [
        typeof(Surroundings), typeof(Octahedron), typeof(Lobe), typeof(OctahedralMaps), typeof(BackdropShading), typeof(Canvas), typeof(GroundTile),
        typeof(TriangleSetup), typeof(TileRaster), typeof(LightPass), typeof(SurfacePoint), typeof(Interpolant), typeof(Bodies), typeof(MeshIndex),
        typeof(BoxList), typeof(LightBonds), typeof(LightFilter), typeof(MirrorPass), typeof(Glance), typeof(LightMap), typeof(Lighting), typeof(Softbox),
        typeof(Shading), typeof(GroundShading), typeof(GroundGrid), typeof(GroundLight), typeof(CoarsePass), typeof(BehindShading), typeof(SurfaceShading),
        typeof(ResponsePass), typeof(LightTaps), typeof(FilmPass), typeof(BehindPass), typeof(TextureSpot), typeof(TextureSampler), typeof(AirPass),
        typeof(BlurPass), typeof(Bloom), typeof(PrintPass), typeof(Development), typeof(ToneMapping),
    ];

    private static readonly Lazy<Task> Done = new(() => Task.Run(Compile));

    /// <summary>Begins, once in the life of the program; nobody has to wait for its end.</summary>
    public static void Begin() => _ = Done.Value;

    private static void Compile()
    {
        foreach (var type in Passes)
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            if ((method.MethodImplementationFlags & MethodImplAttributes.AggressiveOptimization) == 0) continue;
            if (!method.ContainsGenericParameters) RuntimeHelpers.PrepareMethod(method.MethodHandle);
            else
                foreach (var kind in Kinds(method)) RuntimeHelpers.PrepareMethod(((MethodInfo)method).MakeGenericMethod(kind).MethodHandle);
        }
    }

    private static Type[] Kinds(MethodBase method) =>
        method.GetGenericArguments()[0].GetGenericParameterConstraints().Contains(typeof(IHoles)) ? [typeof(Whole)] : [typeof(LightTaps), typeof(LightPlaces)];
}
