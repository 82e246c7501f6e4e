using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace SoraFunctions.World.Tests.Gltf;

public sealed class BrokenModelTests
{
    [Theory]
    [InlineData("KHR_draco_mesh_compression", "uncompressed")]
    [InlineData("EXT_meshopt_compression", "uncompressed")]
    [InlineData("KHR_texture_basisu", "PNG, JPEG or WebP")]
    [InlineData("ACME_secret_sauce", "not known")]
    public void What_needs_an_extension_that_is_not_read_is_refused_by_name(string extension, string advice)
    {
        var writer = Samples.Cube();
        writer.Root["extensionsRequired"] = new JsonArray(extension);
        var message = Refused(writer);
        Assert.Contains(extension, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_vertex_is_named() =>
        Assert.Equal("accessors[3] names vertex 20 of 20 at element 30.", Refused(Changed(w => Shorten(w, 20))));

    [Fact]
    public void An_accessor_beyond_its_bytes_is_named() =>
        Assert.Equal("accessors[0] needs 12000 bytes of bufferViews[0], which has 288.", Refused(Changed(w => w.List("accessors")[0]!["count"] = 1000)));

    [Fact]
    public void A_view_beyond_its_buffer_is_named() =>
        Assert.Contains("bufferViews[0] ends at byte", Refused(Changed(w => w.List("bufferViews")[0]!["byteLength"] = 99999)), StringComparison.Ordinal);

    [Fact]
    public void A_node_that_is_its_own_ancestor_is_named()
    {
        var writer = Samples.Cube();
        writer.Add("nodes", new() { ["children"] = new JsonArray(2) });
        writer.Add("nodes", new() { ["children"] = new JsonArray(1) });
        Assert.Equal("nodes[1] is its own ancestor.", Refused(writer));
    }

    [Fact]
    public void Too_many_triangles_are_refused()
    {
        var writer = Samples.Cube();
        writer.List("meshes")[0]!["primitives"]![0]!["indices"] = writer.Add("accessors", new() { ["type"] = "SCALAR", ["componentType"] = 5125, ["count"] = 3_000_003 });
        Assert.Contains("above 1000000 triangles", Refused(writer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_beside_the_model_is_refused()
    {
        var message = Refused(Changed(w => w.Root["images"] = new JsonArray(new JsonObject { ["uri"] = "wood.png" }), w => w.Add("textures", new() { ["source"] = 0 })));
        Assert.Contains("wood.png", message, StringComparison.Ordinal);
        Assert.Contains("one file", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"asset":{"version":"1.0"}}""")]
    [InlineData("""{"asset":{"version":"2.0"}}""")]
    public void What_is_no_model_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => Reading.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void No_change_of_a_few_bytes_does_more_than_make_a_model_invalid()
    {
        var files = Samples.All.Values.SelectMany(sample => new[] { sample().Glb(), sample().Gltf() }).ToArray();
        var change = ArbMap.Default.GeneratorFor<int>().Two().ListOf(4);
        var damaged = from file in Gen.Elements(files)
                      from changes in change
                      from cut in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, file.Length)))
                      select Damage(file, changes, cut);
        var rounds = Config.QuickThrowOnFailure.WithMaxTest(1500);
        Prop.ForAll(damaged.ToArbitrary(), bytes => Survives(bytes)).Check(rounds);
    }

    [Fact]
    public void No_number_of_the_json_does_more_than_make_a_model_invalid()
    {
        string[] odd = ["-1", "0", "1", "2147483647", "4294967296", "1e30", "1e-30", "0.5", "null", "\"x\"", "[]", "{}"];
        foreach (var sample in Samples.All.Values)
        {
            var text = System.Text.Encoding.UTF8.GetString(sample().Gltf());
            foreach (var number in System.Text.RegularExpressions.Regex.Matches(text, @"(?<=[:,\[])-?\d+(\.\d+)?(?=[,\]}])").Cast<System.Text.RegularExpressions.Match>())
            {
                foreach (var other in odd)
                {
                    Assert.True(Survives(System.Text.Encoding.UTF8.GetBytes(text[..number.Index] + other + text[(number.Index + number.Length)..])));
                }
            }
        }
    }

    private static byte[] Damage(byte[] file, IEnumerable<(int At, int Value)> changes, int cut)
    {
        var bytes = file[..(file.Length - cut)];
        foreach (var (at, value) in changes)
        {
            if (bytes.Length > 0)
            {
                bytes[(int)((uint)(at * 7919) % (uint)bytes.Length)] = (byte)value;
            }
        }

        return bytes;
    }

    private static bool Survives(byte[] bytes)
    {
        try
        {
            var model = Reading.Read(bytes);
            return model.Motion?.Invoke(0.7).All(state => state.Deformation?.Value is null or { Positions.Length: > 0 }) ?? true;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static void Shorten(GlbWriter writer, int count)
    {
        for (var i = 0; i < 3; i++)
        {
            writer.List("accessors")[i]!["count"] = count;
        }
    }

    private static GlbWriter Changed(params Action<GlbWriter>[] changes)
    {
        var writer = Samples.Cube();
        foreach (var change in changes)
        {
            change(writer);
        }

        return writer;
    }

    private static string Refused(GlbWriter writer) => Assert.Throws<InvalidDataException>(() => Reading.Read(writer.Glb())).Message;
}
