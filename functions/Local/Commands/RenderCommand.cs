using System.CommandLine;
using SoraFunctions.Local.Rendering;

namespace SoraFunctions.Local.Commands;

/// <summary><c>sora render</c>: one video, in process, no server.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var request = new Argument<FileInfo>("request") { Description = "The request as JSON: the body of POST /v1/ads" };
        var output = new Option<DirectoryInfo?>("--output", "-o") { Description = "Folder for the files (default: out/<name of the request>)" };
        var seed = new Option<long?>("--seed") { Description = "Same seed, same video" };
        var engine = new Option<string?>("--engine") { Description = "What renders the shots: an engine that sora doctor lists (default: world)" };
        var size = new Option<string?>("--size") { Description = "Width x height in pixels, such as 1280x720" };
        var seconds = new Option<decimal?>("--seconds") { Description = "Length, 1 to 120" };
        var quality = new Option<string?>("--quality") { Description = "How much work goes into each frame: draft, standard or final" };
        var data = CommonOptions.Data();
        var worker = CommonOptions.Worker();
        var command = new Command("render", "Make a video from a request") { request, output, seed, engine, size, seconds, quality, data, worker };
        command.SetAction((arguments, cancellation) => OneVideo.Render(
            new RenderArguments(
                arguments.GetValue(request)!,
                arguments.GetValue(output),
                arguments.GetValue(seed),
                arguments.GetValue(engine),
                arguments.GetValue(size),
                arguments.GetValue(seconds),
                arguments.GetValue(quality)),
            CommonOptions.Read(arguments.GetValue(data), arguments.GetValue(worker), "http://localhost:7071"),
            cancellation));
        return command;
    }
}
