using System.CommandLine;
using SoraFunctions.Local.Checks;

namespace SoraFunctions.Local.Commands;

/// <summary><c>sora verify</c>: where does this video come from?</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "An MP4" };
        var json = new Option<bool>("--json") { Description = "Print the whole report as JSON" };
        var data = CommonOptions.Data();
        var command = new Command("verify", "Say where a video comes from and whether it was changed since it was signed") { file, json, data };
        command.SetAction((arguments, cancellation) => VideoCheck.Run(
            arguments.GetValue(file)!, arguments.GetValue(json), arguments.GetValue(data), cancellation));
        return command;
    }
}
