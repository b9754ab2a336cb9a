"""``python -m training.export WEIGHTS FOLDER``: the shipped form, int8 ONNX and numpy heads.

Matrices are quantised per channel; the word embeddings, which never train, go to int8 with them.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from orontes.encoder.pieces import pieces
from training.train import network

SAMPLE = "Rebels captured the town of Khan Shaykhun on Tuesday, the army said."


class States(torch.nn.Module):
    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        out = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids))
        states: torch.Tensor = out.last_hidden_state
        return states


def export(weights: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    net = network(weights).eval()
    net.encoder.set_attn_implementation("eager")
    ids = torch.tensor([pieces(SAMPLE).ids])
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            States(net.encoder).eval(),
            (ids,),
            str(exact),
            input_names=["ids"],
            output_names=["states"],
            dynamic_axes={"ids": {1: "pieces"}, "states": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            exact, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True
        )
    model = onnx.load(folder / "encoder.onnx")
    onnx.save(model, folder / "encoder.onnx")
    heads = {
        name.removeprefix("heads.").replace("_head.", "."): value.numpy().astype(np.float16)
        for name, value in net.state_dict().items()
        if name.startswith("heads.")
    }
    np.savez(folder / "heads.npz", **heads)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.export")
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    export(args.weights, args.folder)


if __name__ == "__main__":
    main()
