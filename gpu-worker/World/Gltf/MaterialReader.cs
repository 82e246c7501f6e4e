using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Gltf;

/// <summary>
/// Reads materials: metallic-roughness with its five pictures, clear coat, transmission, emissive strength, unlit; specular-glossiness
/// as near as it comes. Sheen, specular, iridescence and anisotropy are left out: they hardly show.
/// </summary>
internal sealed class MaterialReader(Place root, TextureReader textures, List<string> warnings)
{
    private readonly IReadOnlyList<Place> _places = root.Items("materials");
    private readonly Dictionary<int, (Material, Mapping)> _read = [];
    private static readonly Material _usual = new() { Colour = Vector3.One, Metallic = 1, Roughness = 1 };

    /// <summary>The material of a primitive, and how its pictures are put on it.</summary>
    public (Material Material, Mapping Mapping) Of(Place primitive)
    {
        if (primitive.Index("material", _places.Count, "materials") is not { } index)
        {
            return (_usual, Mapping.Plain);
        }

        if (!_read.TryGetValue(index, out var known))
        {
            _read[index] = known = Read(_places[index]);
        }

        return known;
    }

    private (Material, Mapping) Read(Place place)
    {
        var surface = place.Member("pbrMetallicRoughness");
        var gloss = place.Extension("KHR_materials_pbrSpecularGlossiness");
        var cover = place.Text("alphaMode") switch
        {
            null or "OPAQUE" => Cover.Printed,
            "MASK" => Cover.CutOut,
            "BLEND" => Cover.Blended,
            var other => throw place.Broken($"has the alphaMode \"{other}\"; OPAQUE, MASK and BLEND are known"),
        };

        // The body has one set of coordinates: that of the first picture; pictures that lie otherwise are left out.
        Mapping? mapping = null;
        var picture = Picture(gloss?.Member("diffuseTexture") ?? surface?.Member("baseColorTexture"), false, cover == Cover.Printed);
        var normals = place.Member("normalTexture");
        var normalMap = Picture(normals, true);
        var surfaceMap = Picture(surface?.Member("metallicRoughnessTexture"), true);
        var emissionMap = Picture(place.Member("emissiveTexture"), false);
        var occlusion = place.Member("occlusionTexture");
        var occlusionMap = Picture(occlusion, true);

        var colour = Part(gloss, "diffuseFactor", 4) ?? Part(surface, "baseColorFactor", 4) ?? [1, 1, 1, 1];
        var emission = new Vector3(Part(place, "emissiveFactor", 3) ?? [0, 0, 0])
            * (place.Extension("KHR_materials_emissive_strength")?.Number("emissiveStrength", 1, 0) ?? 1);
        var coat = place.Extension("KHR_materials_clearcoat");
        var volume = place.Extension("KHR_materials_volume");
        var thickness = volume?.Number("thicknessFactor", 0, 0) ?? 0;
        var material = new Material
        {
            Colour = Vector3.Clamp(new(colour[0], colour[1], colour[2]), Vector3.Zero, Vector3.One) * Attenuation(volume, thickness),
            Opacity = Math.Clamp(colour[3], 0, 1),
            Tinted = true,
            Picture = picture,
            Cover = cover,
            Cutoff = place.Number("alphaCutoff", 0.5f, 0),
            Metallic = gloss is null ? surface?.Number("metallicFactor", 1, 0, 1) ?? 1 : 0,
            Roughness = gloss is { } g ? 1 - g.Number("glossinessFactor", 1, 0, 1) : surface?.Number("roughnessFactor", 1, 0, 1) ?? 1,
            SurfaceMap = surfaceMap,
            NormalMap = normalMap,
            NormalScale = normals?.Number("scale", 1) ?? 1,
            OcclusionMap = occlusionMap,
            OcclusionStrength = occlusion?.Number("strength", 1, 0, 1) ?? 1,
            Emission = emission,
            EmissionMap = emissionMap,
            ClearCoat = coat?.Number("clearcoatFactor", 0, 0, 1) ?? 0,
            ClearCoatRoughness = coat?.Number("clearcoatRoughnessFactor", 0, 0, 1) ?? 0.06f,
            Transmission = place.Extension("KHR_materials_transmission")?.Number("transmissionFactor", 0, 0, 1) ?? 0,
            RefractiveIndex = place.Extension("KHR_materials_ior")?.Number("ior", 1.5f, 0, 5) is { } ior and >= 1 ? ior : 1.5f,
            ThinWalled = thickness == 0,
        };
        return (place.Extension("KHR_materials_unlit") is null ? material : Unlit(material), mapping ?? Mapping.Plain);

        Texture? Picture(Place? reference, bool isData, bool opaque = true)
        {
            if (reference is not { } at || textures.Read(at, isData, opaque) is not { } texture)
            {
                return null;
            }

            var own = Mapping.Of(at);
            if (own != (mapping ??= own))
            {
                warnings.Add($"{at.Path} lies otherwise on the model than the material's first picture and is left out.");
                return null;
            }

            return texture;
        }
    }

    // Seen as it is painted: it gives off its colour and answers no light.
    private static Material Unlit(Material material) => material with
    {
        Colour = Vector3.Zero,
        Emission = material.Colour,
        EmissionMap = material.Picture,
        Metallic = 0,
        Roughness = 1,
        ClearCoat = 0,
        NormalMap = null,
        SurfaceMap = null,
        OcclusionMap = null,
    };

    // Beer's law over the thickness, since the surface knows one colour for what goes through.
    private static Vector3 Attenuation(Place? volume, float thickness)
    {
        if (volume is not { } place || thickness == 0 || place.Numbers("attenuationColor", 3) is not { } colour)
        {
            return Vector3.One;
        }

        var depth = thickness / place.Number("attenuationDistance", float.MaxValue, 1e-9f);
        return new(Part(colour[0]), Part(colour[1]), Part(colour[2]));
        float Part(float channel) => MathF.Pow(Math.Clamp(channel, 1e-3f, 1), Math.Min(depth, 100));
    }

    private static float[]? Part(Place? place, string name, int count) => place?.Numbers(name, count);
}
