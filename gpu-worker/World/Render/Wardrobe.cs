using System.Collections.Concurrent;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render;

/// <summary>
/// Meshes and materials made ready for one renderer, each once. Those that are known before the deed is performed are made beside it. Safe to
/// share between threads.
/// </summary>
internal sealed class Wardrobe
{
    private readonly ConcurrentDictionary<Mesh, Lazy<MeshIndex>> meshes = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Material, Lazy<Surface>> surfaces = new(ReferenceEqualityComparer.Instance);

    /// <summary>Begins to make what bodies need, on other threads; nobody has to wait for it.</summary>
    public void Begin(IEnumerable<Instance> bodies)
    {
        foreach (var body in bodies)
        {
            if (!body.Deforms && Entry(body.Mesh) is { IsValueCreated: false } mesh) Make(mesh);
            if (Entry(body.Material) is { IsValueCreated: false } surface) Make(surface);
        }
    }

    /// <summary>The mesh of a body; one that changes its shape has it for itself.</summary>
    public MeshIndex MeshOf(Instance body) => body.Deforms ? new MeshIndex(body.Mesh) : Entry(body.Mesh).Value;

    /// <summary>The surface of a body.</summary>
    public Surface SurfaceOf(Instance body) => Entry(body.Material).Value;

    private Lazy<MeshIndex> Entry(Mesh mesh) => meshes.GetOrAdd(mesh, static mesh => new(() => new MeshIndex(mesh)));

    private Lazy<Surface> Entry(Material material) => surfaces.GetOrAdd(material, static material => new(() => new Surface(material)));

    // Whoever needs it meets what goes wrong.
    private static void Make<T>(Lazy<T> made) => _ = Task.Run(() => made.Value);
}
