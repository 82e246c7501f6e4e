using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>A video to be made by a remote.</summary>
/// <param name="Model">The model that is asked for.</param>
/// <param name="Prompt">In words.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Size">Its raster.</param>
/// <param name="Picture">What it is to look like: JPEG, PNG or WebP; null for none.</param>
internal sealed record RemoteOrder(string Model, string Prompt, int Seconds, FrameSize Size, byte[]? Picture)
{
    private const string Boundary = "sora-functions-5f1c27d09b3e4a86";

    /// <summary>16 hex digits that change with whatever is sent: a remote refuses another order under a key that it knows.</summary>
    public string Digest
    {
        get
        {
            var words = Encoding.UTF8.GetBytes($"{Model}\n{Seconds}\n{Size}\n{Prompt}\n");
            return Convert.ToHexStringLower(SHA256.HashData([.. words, .. Picture ?? []]))[..16];
        }
    }

    /// <summary>The body of <c>POST /videos</c>: a form, as the clients of the Videos API send it.</summary>
    public MultipartFormDataContent ToForm()
    {
        var form = new MultipartFormDataContent(Boundary);

        // Quoted names and a bare boundary: what every server reads.
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        foreach (var (name, value) in new[] { ("prompt", Prompt), ("model", Model), ("seconds", Seconds.ToString(CultureInfo.InvariantCulture)), ("size", Size.ToString()) })
        {
            var part = new StringContent(value);
            part.Headers.ContentType = null;
            form.Add(part, $"\"{name}\"");
        }

        if (Picture is not null)
        {
            var type = Picture is [0x89, ..] ? "png" : Picture is [(byte)'R', (byte)'I', ..] ? "webp" : "jpeg";
            var part = new ByteArrayContent(Picture);
            part.Headers.ContentType = new MediaTypeHeaderValue($"image/{type}");
            form.Add(part, "\"input_reference\"", $"\"reference.{type}\"");
        }

        return form;
    }
}
