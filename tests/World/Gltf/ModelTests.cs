using System.Numerics;
using System.Text.Json.Nodes;
using SoraFunctions.World.Gltf;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Gltf;

public sealed class ModelTests
{
    [Theory]
    [InlineData("cube", 12)]
    [InlineData("textured", 24)]
    [InlineData("hierarchy", 24)]
    [InlineData("strip", 4)]
    [InlineData("sparse", 12)]
    [InlineData("quantised", 1)]
    [InlineData("coloured", 12)]
    public void Model_has_all_its_triangles_facing_as_their_normals_do(string sample, int triangles)
    {
        var model = Reading.Read(sample);
        Assert.Empty(model.Warnings);
        Assert.Equal(triangles, model.Parts.Sum(part => part.Mesh.Indices.Length / 3));
        foreach (var mesh in model.Parts.Select(part => part.Mesh))
        {
            Assert.Equal(mesh.Positions.Length, mesh.Normals.Length);
            Assert.Equal(mesh.Positions.Length, mesh.TextureCoordinates.Length);
            for (var i = 0; i < mesh.Indices.Length && sample != "sparse"; i += 3)
            {
                var (a, b, c) = (mesh.Positions[mesh.Indices[i]], mesh.Positions[mesh.Indices[i + 1]], mesh.Positions[mesh.Indices[i + 2]]);
                Assert.Equal(1, Vector3.Dot(Vector3.Normalize(Vector3.Cross(b - a, c - a)), mesh.Normals[mesh.Indices[i]]), 1e-3f);
            }
        }
    }

    [Fact]
    public void Json_with_a_data_uri_reads_like_a_binary_file() =>
        Assert.Equal(Reading.Read("cube").Parts[0].Mesh.Positions, Reading.Read(Samples.Cube().Gltf()).Parts[0].Mesh.Positions);

    [Fact]
    public void Nodes_scale_turn_and_move_what_is_below_them()
    {
        // The inner cube, 1 m wide at y = 1, is doubled and turned a quarter about z: 2 m wide at x = -2.
        var (low, high) = Bounds(Reading.Read("hierarchy"));
        Assert.Equal(-3, low.X, 1e-4f);
        Assert.Equal(3.5f, high.X, 1e-4f);
        Assert.Equal(-1, low.Y, 1e-4f);
        Assert.Equal(1, high.Y, 1e-4f);
    }

    [Fact]
    public void Sparse_accessors_replace_single_vertices() => Assert.Equal(3, Bounds(Reading.Read("sparse")).High.Y);

    [Fact]
    public void Quantised_meshes_are_brought_back_to_their_size()
    {
        var model = Reading.Read("quantised");
        Assert.Equal(new Vector3(2, 2, 0), Bounds(model).High);
        Assert.Equal([new(0, 1), new(1, 1), new Vector2(0, 0)], model.Parts[0].Mesh.TextureCoordinates);
    }

    [Fact]
    public void Vertex_colours_come_along() => Assert.Equal(new(23 / 24f, 1, 0.5f, 1), Reading.Read("coloured").Parts[0].Mesh.Colours![23]);

    [Fact]
    public void Materials_keep_their_factors_pictures_and_extensions()
    {
        var material = Reading.Read("textured").Parts[0].Material;
        Assert.Equal((new Vector3(0.5f, 0.25f, 1), 0.75f, true), (material.Colour, material.Opacity, material.Tinted));
        Assert.Equal((Cover.CutOut, 0.25f), (material.Cover, material.Cutoff));
        Assert.Equal((0.25f, 0.5f, 0.5f), (material.Metallic, material.Roughness, material.OcclusionStrength));
        Assert.Equal(new Vector3(4, 2, 0), material.Emission);
        Assert.Equal((0.75f, 0.125f), (material.ClearCoat, material.ClearCoatRoughness));
        Assert.Equal((0.5f, 1.25f, false), (material.Transmission, material.RefractiveIndex, material.ThinWalled));
        Assert.Equal((Tiling.Clamp, Tiling.Mirror, false), (material.Picture!.Across, material.Picture.Down, material.Picture.IsData));
        Assert.True(material.SurfaceMap!.IsData);
        Assert.True(material.OcclusionMap!.IsData);
        Assert.False(material.EmissionMap!.IsData);
    }

    [Fact]
    public void Texture_transforms_are_baked_into_the_coordinates()
    {
        var mesh = Reading.Read("textured").Parts[1].Mesh;
        Assert.Equal([new(0.5f, 4), new(2.5f, 4), new(2.5f, 0), new Vector2(0.5f, 0)], mesh.TextureCoordinates[..4]);
    }

    [Fact]
    public void Unlit_materials_give_off_their_colour()
    {
        var material = Reading.Read(Samples.Cube(new()
        {
            ["pbrMetallicRoughness"] = new JsonObject { ["baseColorFactor"] = new JsonArray(1, 0.5, 0, 1) },
            ["extensions"] = new JsonObject { ["KHR_materials_unlit"] = new JsonObject() },
        }).Glb()).Parts[0].Material;
        Assert.Equal((Vector3.Zero, new Vector3(1, 0.5f, 0)), (material.Colour, material.Emission));
    }

    [Fact]
    public void What_is_left_out_is_said()
    {
        var writer = Samples.All["textured"]();
        var primitives = writer.List("meshes")[0]!["primitives"]!.AsArray();
        primitives.Add(new JsonObject { ["mode"] = 0, ["attributes"] = primitives[0]!["attributes"]!.DeepClone() });
        writer.List("materials")[0]!["occlusionTexture"]!["texCoord"] = 1;
        var model = Reading.Read(writer.Glb());
        Assert.Contains("The points and lines of the model are not shown.", model.Warnings);
        Assert.Contains("materials[0].occlusionTexture lies otherwise on the model than the material's first picture and is left out.", model.Warnings);
        Assert.Null(model.Parts[0].Material.OcclusionMap);
        Assert.NotNull(model.Parts[0].Material.SurfaceMap);
    }

    [Fact]
    public void Still_parts_of_one_material_are_one_mesh() => Assert.Single(Reading.Read("hierarchy").Parts);

    private static (Vector3 Low, Vector3 High) Bounds(Model model)
    {
        var all = model.Parts.SelectMany(part => part.Mesh.Positions).ToList();
        return (all.Aggregate(Vector3.Min), all.Aggregate(Vector3.Max));
    }
}
